import { multiHot } from "./multi_hot.ts";
import type { Values } from "../values.ts";

/**
 * One column a category: `values[n * size + ids[n]] = 1`, the others 0 (study 002's one-hot encoding).
 *
 * @param ids a number for each row
 * @param size how many categories there are
 * @returns [N, size]
 * @throws {RangeError} when an id is no whole number in [0, size)
 * @example
 * ```ts
 * import { oneHot } from "unroll/text/mod.ts";
 * oneHot([2, 0], 3).values; // Float32Array [0, 0, 1, 1, 0, 0]
 * ```
 */
export function oneHot(ids: ArrayLike<number>, size: number): Values<Float32Array> {
  return multiHot(Array.from(ids, (id) => [id]), size);
}
