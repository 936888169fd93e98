import { byCodePoint } from "../_by_code_point.ts";

/** Categories and their numbers, both ways. */
export interface LabelEncoder {
  /** The different categories by their number. */
  readonly labels: readonly string[];
  /** Numbers from 0. Throws a RangeError for a category that was not there. */
  encode(categories: readonly string[]): Int32Array;
  /** The categories of numbers. Throws a RangeError for a number that has none. */
  decode(ids: ArrayLike<number>): string[];
}

/** Options of `labelEncoder`. */
export interface LabelEncoderOptions {
  /** In the order in which the categories come first, as study 002's table, or sorted. @default "appearance" */
  order?: "appearance" | "sorted";
}

/**
 * Numbers categories: study 002's label encoding. A number has an order and a distance that a category has not; see `oneHot`.
 *
 * @param categories any number of them, repeated or not
 * @param options how they are ordered
 * @returns numbers both ways, from 0 (the study's table counts from 1)
 * @throws {RangeError} when there is no category, or no such order
 * @example
 * ```ts
 * import { labelEncoder } from "unroll/text/mod.ts";
 * labelEncoder(["Apple", "Chicken", "Broccoli"]).encode(["Broccoli"]); // Int32Array [2]
 * ```
 */
export function labelEncoder(
  categories: readonly string[],
  { order = "appearance" }: LabelEncoderOptions = {},
): LabelEncoder {
  if (categories.length === 0) throw new RangeError("Cannot number categories as labels: there is none");
  if (order !== "appearance" && order !== "sorted") {
    throw new RangeError(`Cannot order labels as by appearance or sorted: ${order}`);
  }
  const labels = order === "sorted" ? [...new Set(categories)].sort(byCodePoint) : [...new Set(categories)];
  const ids = new Map(labels.map((label, id) => [label, id]));
  return {
    labels,
    encode: (some) => Int32Array.from(some, (category) => known(ids.get(category), category, labels)),
    decode: (some) => Array.from(some, (id) => known(labels[id], id, labels)),
  };
}

function known<T>(found: T | undefined, asked: string | number, labels: readonly string[]): T {
  if (found !== undefined) return found;
  throw new RangeError(`Cannot encode as one of ${labels.length} labels: ${JSON.stringify(asked)}`);
}
