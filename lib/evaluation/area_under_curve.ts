/**
 * The area under a curve by the trapezoidal rule: `Σ (x[i] - x[i - 1]) (y[i] + y[i - 1]) / 2`. Of a receiver operating
 * characteristic it is the chance that a positive example scores higher than a negative one: 0.5 for guessing, 1 for no error.
 *
 * @param x places [n], ascending
 * @param y heights [n]
 * @returns the area
 * @throws {TypeError} when x and y differ in number
 * @throws {RangeError} when there are fewer than two points, or x does not ascend
 * @example
 * ```ts
 * import { areaUnderCurve, rocCurve } from "unroll/evaluation/mod.ts";
 * const { falsePositiveRate, truePositiveRate } = rocCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]);
 * areaUnderCurve(falsePositiveRate, truePositiveRate); // 0.75
 * ```
 */
export function areaUnderCurve(x: ArrayLike<number>, y: ArrayLike<number>): number {
  if (x.length !== y.length) {
    throw new TypeError(`Cannot take a curve as y over x: ${x.length} x and ${y.length} y values`);
  }
  if (x.length < 2) throw new RangeError(`Cannot take a curve as two points or more: ${x.length}`);
  let area = 0;
  for (let i = 1; i < x.length; i++) {
    const width = x[i]! - x[i - 1]!;
    if (!(width >= 0)) {
      throw new RangeError(`Cannot take a curve as over ascending x: ${x[i - 1]} comes before ${x[i]}`);
    }
    area += width * (y[i]! + y[i - 1]!) / 2;
  }
  return area;
}
