import type { Values } from "./values.ts";

/** Options of `padSequences`, as Keras names them. */
export interface PadSequencesOptions {
  /** The length of every row. @default that of the longest sequence */
  maxlen?: number;
  /** The kind of numbers. @default "int32" */
  dtype?: "int32" | "float32";
  /** Where a short sequence is filled up. @default "pre" */
  padding?: "pre" | "post";
  /** Where a long sequence is cut. @default "pre" */
  truncating?: "pre" | "post";
  /** What a short sequence is filled up with. @default 0 */
  value?: number;
}

/**
 * Brings sequences to one length, as Keras's `pad_sequences` does.
 *
 * @param sequences lists of numbers
 * @param options length, where to fill, where to cut, with what
 * @returns [N, maxlen], one row a sequence
 * @throws {RangeError} when there is no sequence, or `maxlen` is no positive whole number
 * @throws {TypeError} when an entry is not a number
 * @example
 * ```ts
 * import { padSequences } from "unroll/text/mod.ts";
 * padSequences([[1], [2, 3, 4]], { maxlen: 2 }).values; // Int32Array [0, 1, 3, 4]
 * ```
 */
export function padSequences(
  sequences: readonly ArrayLike<number>[],
  options: PadSequencesOptions = {},
): Values {
  const { dtype = "int32", padding = "pre", truncating = "pre", value = 0 } = options;
  const { maxlen = longestOf(sequences) } = options;
  if (!Number.isInteger(maxlen) || (options.maxlen !== undefined && maxlen < 1)) {
    throw new RangeError(`Cannot pad as to a positive whole number: maxlen is ${maxlen}`);
  }
  const size = sequences.length * maxlen;
  const values = (dtype === "int32" ? new Int32Array(size) : new Float32Array(size)).fill(value);
  sequences.forEach((sequence, row) => {
    const kept = Math.min(sequence.length, maxlen);
    const from = truncating === "pre" ? sequence.length - kept : 0;
    const to = row * maxlen + (padding === "pre" ? maxlen - kept : 0);
    for (let i = 0; i < kept; i++) values[to + i] = numberOf(sequence[from + i], row);
  });
  return { values, shape: [sequences.length, maxlen] };
}

function longestOf(sequences: readonly ArrayLike<number>[]): number {
  if (sequences.length === 0) {
    throw new RangeError("Cannot pad as to the longest sequence: there is no sequence");
  }
  return sequences.reduce((longest, { length }) => Math.max(longest, length), 0);
}

function numberOf(entry: unknown, row: number): number {
  if (typeof entry === "number") return entry;
  throw new TypeError(`Cannot pad as a list of numbers: sequence ${row} holds ${JSON.stringify(entry)}`);
}
