import { type Random, random } from "../../core/mod.ts";
import type { Measurements } from "../../series/mod.ts";

/** Options of `standInSunspots`. Their defaults were fixed before any model was trained on the numbers. */
export interface StandInSunspotsOptions {
  /** Months from 1749-01 on. @default 3288 */
  months?: number;
  /** Which cycles. @default 1749 */
  seed?: number;
}

/**
 * Makes up monthly sunspot numbers: cycles of nine to fourteen years that rise quickly and fall slowly (Hathaway's shape), each of a
 * height of its own, with noise that grows with the number. They are a stand-in for SILSO's series; every figure from them must be
 * labelled.
 *
 * The month before is right to 20 for 50 to 80 % of the months. The same options give the same numbers.
 *
 * @param options how many, which
 * @returns a table with the column `sunspots`
 * @throws {RangeError} when months is no whole number from 1
 * @see Hathaway, Wilson, Reichmann 1994, https://doi.org/10.1007/BF00654090
 * @example
 * ```ts
 * import { standInSunspots } from "unroll/datasets/mod.ts";
 * standInSunspots({ months: 12 }).columns.sunspots!.length; // 12
 * ```
 */
export function standInSunspots({ months = 3288, seed = 1749 }: StandInSunspotsOptions = {}): Measurements {
  if (!(Number.isInteger(months) && months >= 1)) {
    throw new RangeError(`Cannot make up sunspots as a whole number of months from 1: ${months}`);
  }
  const chance = random(seed), level = levels(chance.fork("cycles"), months), noise = chance.fork("noise");
  let kept = 0;
  const sunspots = Float32Array.from(level, (mean) => {
    kept = 0.45 * kept + noise.normal();
    return Math.round(10 * Math.max(0, mean + (1.9 * Math.sqrt(mean) + 2) * kept)) / 10;
  });
  const times = Float64Array.from({ length: months }, (_, month) => Date.UTC(1749, month));
  return { times, columns: { sunspots } };
}

/** The smooth number of each month: cycles that overlap a little. */
function levels(chance: Random, months: number): Float64Array {
  const sum = new Float64Array(months);
  for (let start = -100; start < months;) {
    const height = 220 + 70 * chance.normal(),
      length = Math.min(168, Math.max(108, 132 + 14 * chance.normal()));
    for (let month = Math.max(0, start); month < Math.min(months, start + 200); month++) {
      sum[month]! += Math.max(60, height) * shape((month - start) / length);
    }
    start += Math.round(length);
  }
  return sum;
}

/** A cycle over its length, 1 at its highest. */
function shape(share: number): number {
  const x = share * 2.9;
  return x <= 0 ? 0 : 1.49 * x ** 3 / (Math.exp(x * x) - 0.71);
}
