/** A dimension that a caller expects: an exact size, or the name of one that may be anything. */
export type ExpectedDimension = number | string;

/**
 * Checks a shape at a room's door. Named dimensions accept any size, but the same name must have the same size each time.
 *
 * @param shape the shape received
 * @param expected one entry a dimension: a number is exact, a string names a free one
 * @param what the thing that is checked, as the error names it
 * @throws {TypeError} when the rank or an exact size differs, or when a name stands for two sizes
 * @example
 * ```ts
 * import { assertShape } from "unroll/core/mod.ts";
 * assertShape([64, 100, 256], ["batch", "time", 256], "input");
 * ```
 */
export function assertShape(
  shape: readonly number[],
  expected: readonly ExpectedDimension[],
  what = "tensor",
): void {
  const sizes = new Map<string, number>();
  const fits = (size: number, want: ExpectedDimension): boolean => {
    if (typeof want === "number") return size === want;
    const seen = sizes.get(want);
    sizes.set(want, seen ?? size);
    return seen === undefined || seen === size;
  };
  if (shape.length === expected.length && shape.every((size, axis) => fits(size, expected[axis]!))) return;
  throw new TypeError(`Cannot use ${what} as [${expected.join(", ")}]: its shape is [${shape.join(", ")}]`);
}
