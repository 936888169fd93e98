/**
 * How many elements a tensor of this shape has: the product of its dimensions, 1 for a scalar.
 *
 * @param shape the dimensions
 * @returns their product
 * @example
 * ```ts
 * import { sizeOf } from "unroll/core/mod.ts";
 * sizeOf([2, 3]); // 6
 * ```
 */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
