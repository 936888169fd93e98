/** Options of {@linkcode thinCurve}. */
export interface ThinCurveOptions {
  /** About how many points to keep. @default 400 */
  points?: number;
}

/**
 * Fewer points of a curve for a chart: those that are a step apart along it, and both ends. A receiver operating
 * characteristic of a hundred thousand scores has as many corners; a chart shows some hundreds.
 *
 * @param curve places x [n], all ascending or all descending, and heights y [n] of about the same range
 * @param options how many points
 * @returns the points that are kept, as `lines` takes them
 * @throws {TypeError} when x and y differ in number
 * @throws {RangeError} when fewer than two points are to be kept
 * @example
 * ```ts
 * import { thinCurve } from "unroll/evaluation/mod.ts";
 * const x = Float64Array.from({ length: 1001 }, (_, i) => i / 1000);
 * thinCurve({ x, y: x }, { points: 11 }).x; // [0, 0.1, 0.2, …, 1]
 * ```
 */
export function thinCurve(
  { x, y }: { x: ArrayLike<number>; y: ArrayLike<number> },
  { points = 400 }: ThinCurveOptions = {},
): { x: number[]; y: number[] } {
  if (x.length !== y.length) {
    throw new TypeError(`Cannot take a curve as y over x: ${x.length} x and ${y.length} y values`);
  }
  if (!(points >= 2)) throw new RangeError(`Cannot thin a curve as to two points or more: ${points}`);
  const along = new Float64Array(x.length);
  for (let i = 1; i < x.length; i++) {
    along[i] = along[i - 1]! + Math.abs(x[i]! - x[i - 1]!) + Math.abs(y[i]! - y[i - 1]!);
  }
  const step = (along.at(-1) ?? 0) / (points - 1), kept: number[] = [];
  for (let i = 0, next = 0; i < x.length; i++) {
    if (along[i]! < next * (1 - 1e-12) && i < x.length - 1) continue;
    kept.push(i);
    next = (Math.floor(along[i]! / step * (1 + 1e-12)) + 1) * step;
  }
  return { x: kept.map((i) => x[i]!), y: kept.map((i) => y[i]!) };
}
