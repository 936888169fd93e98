import type { Values } from "../values.ts";

/** Options of `padSequences`, as Keras names them. */
export interface PadSequencesOptions {
  /** The length of every row. @default that of the longest sequence */
  maxlen?: number;
  /** The kind of numbers; whole ones lose their decimals. @default "int32" */
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
 * @param sequences lists of numbers, or of vectors of one length D, such as frames of sound
 * @param options length, where to fill, where to cut, with what
 * @returns [N, maxlen], one row a sequence, or [N, maxlen, D]
 * @throws {RangeError} when there is no sequence, `maxlen` is no positive whole number, an option is none of its values, or a number
 *   is no 32-bit one
 * @throws {TypeError} when an entry is neither a number nor, where the first one is, a vector of its length
 * @example
 * ```ts
 * import { padSequences } from "unroll/text/mod.ts";
 * padSequences([[1], [2, 3, 4]], { maxlen: 2 }).values; // Int32Array [0, 1, 3, 4]
 * padSequences([[[1, 2]], []], { dtype: "float32" }).shape; // [2, 1, 2]
 * ```
 */
export function padSequences(
  sequences: readonly ArrayLike<number | ArrayLike<number>>[],
  options: PadSequencesOptions = {},
): Values {
  const { dtype = "int32", padding = "pre", truncating = "pre", value = 0 } = options;
  const { maxlen = longestOf(sequences) } = options;
  check({ dtype, padding, truncating, maxlen: options.maxlen ?? 1 });
  const sample = sampleShapeOf(sequences), width = sample[0] ?? 1, size = sequences.length * maxlen * width;
  const values = dtype === "int32" ? new Int32Array(size) : new Float32Array(size);
  values.fill(numberOf(value, dtype, "the filling"));
  sequences.forEach((sequence, row) => {
    const kept = Math.min(sequence.length, maxlen), name = `sequence ${row}`;
    const from = truncating === "pre" ? sequence.length - kept : 0;
    const to = (row * maxlen + (padding === "pre" ? maxlen - kept : 0)) * width;
    for (let i = 0; i < kept; i++) {
      const entry = sequence[from + i]!;
      if (sample.length === 0) values[to + i] = numberOf(entry, dtype, name);
      else values.set(vectorOf(entry, { width, dtype, name }), to + i * width);
    }
  });
  return { values, shape: [sequences.length, maxlen, ...sample] };
}

type Kind = NonNullable<PadSequencesOptions["dtype"]>;

function check(options: Required<Omit<PadSequencesOptions, "value">>): void {
  const { maxlen } = options;
  if (!(Number.isInteger(maxlen) && maxlen >= 1)) {
    throw new RangeError(`Cannot pad as to a positive whole number: maxlen is ${maxlen}`);
  }
  const known = { dtype: ["int32", "float32"], padding: ["pre", "post"], truncating: ["pre", "post"] };
  for (const name of ["dtype", "padding", "truncating"] as const) {
    if (known[name].includes(options[name])) continue;
    throw new RangeError(`Cannot pad as with ${name} ${known[name].join(" or ")}: ${options[name]}`);
  }
}

function longestOf(sequences: readonly ArrayLike<unknown>[]): number {
  if (sequences.length === 0) {
    throw new RangeError("Cannot pad as to the longest sequence: there is no sequence");
  }
  return sequences.reduce((longest, { length }) => Math.max(longest, length), 0);
}

/** [] for numbers, [D] for vectors: the first entry that is there tells. */
function sampleShapeOf(sequences: readonly ArrayLike<number | ArrayLike<number>>[]): number[] {
  const first = sequences.find(({ length }) => length > 0)?.[0];
  return isVector(first) ? [first.length] : [];
}

function isVector(entry: unknown): entry is ArrayLike<number> {
  return Array.isArray(entry) || ArrayBuffer.isView(entry);
}

function vectorOf(
  entry: unknown,
  { width, dtype, name }: { width: number; dtype: Kind; name: string },
): number[] {
  if (isVector(entry) && entry.length === width) {
    return Array.from(entry, (one) => numberOf(one, dtype, name));
  }
  throw new TypeError(`Cannot pad as a list of vectors of ${width}: ${name} holds ${JSON.stringify(entry)}`);
}

function numberOf(entry: unknown, dtype: Kind, name: string): number {
  if (typeof entry !== "number") {
    throw new TypeError(`Cannot pad as a list of numbers: ${name} holds ${JSON.stringify(entry)}`);
  }
  if (dtype === "float32" || entry >= -(2 ** 31) && entry < 2 ** 31) return entry;
  throw new RangeError(`Cannot pad as whole numbers of 32 bits: ${name} holds ${entry}`);
}
