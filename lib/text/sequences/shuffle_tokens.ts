import type { Random } from "../../core/mod.ts";
import type { Values } from "../values.ts";

/**
 * Shuffles the tokens of each row that is filled up at the front, and leaves the filling where it is: what a model loses on them
 * is what it uses the order for.
 *
 * @param rows token numbers [N, T] of `padSequences`; 0 is filling
 * @param random where the orders come from
 * @returns new rows [N, T]: row n has the numbers of `rows`' row n behind the same filling
 * @throws {TypeError} when the rows are no table of whole numbers
 * @example
 * ```ts
 * import { random } from "unroll/core/mod.ts";
 * import { padSequences, shuffleTokens } from "unroll/text/mod.ts";
 * shuffleTokens(padSequences([[1, 2, 3]], { maxlen: 4 }), random(7)).values[0]; // 0
 * ```
 */
export function shuffleTokens({ values, shape }: Values, random: Random): Values<Int32Array> {
  const [count, length] = shape;
  if (!(values instanceof Int32Array) || shape.length !== 2 || values.length !== count! * length!) {
    throw new TypeError(`Cannot shuffle tokens as rows of whole numbers [N, T]: their shape is [${shape}]`);
  }
  const shuffled = values.slice();
  for (let row = 0; row < count!; row++) {
    const tokens = shuffled.subarray(row * length!, (row + 1) * length!);
    const first = tokens.findIndex((token) => token !== 0);
    if (first >= 0) random.shuffle(tokens.subarray(first));
  }
  return { values: shuffled, shape: [...shape] };
}
