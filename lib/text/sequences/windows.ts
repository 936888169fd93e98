import type { Values } from "../values.ts";

/** Sequences and what follows each of their tokens. */
export interface Windows {
  /** `inputs.values[n * length + t] = ids[n * (length + 1) + t]`, shape [N, length]. */
  inputs: Values<Int32Array>;
  /** `targets.values[n * length + t] = ids[n * (length + 1) + t + 1]`, shape [N, length]. */
  targets: Values<Int32Array>;
}

/**
 * Cuts ids into windows of `length + 1` that do not overlap, and splits each into its first `length` ids and its last; what
 * remains at the end is dropped. As `tf.data`'s `batch(length + 1, drop_remainder=True)` with `split_input_target` of
 * studies 000 and 003: 11,043 windows of 100 in Tiny Shakespeare.
 *
 * @param ids the text's ids
 * @param length tokens that the network sees, e.g. 100
 * @returns inputs and targets, both [N, length] with N = floor(ids.length / (length + 1))
 * @throws {RangeError} when the length is no positive whole number or the text is shorter than one window
 * @example
 * ```ts
 * import { characterVocabulary, windows } from "unroll/text/mod.ts";
 * const { inputs, targets } = windows(characterVocabulary("Hola").encode("Hola"), 3); // "Hol" and "ola"
 * ```
 */
export function windows(ids: Int32Array, length: number): Windows {
  if (!Number.isInteger(length) || length < 1) {
    throw new RangeError(`Cannot cut windows as long as a positive whole number: ${length}`);
  }
  const count = Math.floor(ids.length / (length + 1));
  if (count === 0) {
    throw new RangeError(`Cannot cut windows as ${length} + 1 tokens: the text has ${ids.length}`);
  }
  const inputs = new Int32Array(count * length), targets = new Int32Array(count * length);
  for (let n = 0; n < count; n++) {
    const start = n * (length + 1);
    inputs.set(ids.subarray(start, start + length), n * length);
    targets.set(ids.subarray(start + 1, start + length + 1), n * length);
  }
  return {
    inputs: { values: inputs, shape: [count, length] },
    targets: { values: targets, shape: [count, length] },
  };
}
