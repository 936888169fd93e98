import type { Values } from "../values.ts";

/**
 * Several ones a row: `values[n * size + j] = 1` for each j of sequence n; study 002's dense network reads reviews so.
 *
 * @param sequences the numbers of each row
 * @param size how many categories there are
 * @returns [N, size]
 * @throws {RangeError} when a number is no whole number in [0, size)
 * @example
 * ```ts
 * import { multiHot } from "unroll/text/mod.ts";
 * multiHot([[2, 0, 2], []], 3).values; // Float32Array [1, 0, 1, 0, 0, 0]
 * ```
 */
export function multiHot(sequences: readonly ArrayLike<number>[], size: number): Values<Float32Array> {
  const values = new Float32Array(sequences.length * size);
  sequences.forEach((sequence, row) => {
    for (let i = 0; i < sequence.length; i++) values[row * size + columnOf(sequence[i]!, size)] = 1;
  });
  return { values, shape: [sequences.length, size] };
}

function columnOf(id: number, size: number): number {
  if (Number.isInteger(id) && id >= 0 && id < size) return id;
  throw new RangeError(`Cannot encode as a whole number below ${size}: ${id}`);
}
