import type { RowRange } from "../tables/measurements.ts";

/** One step of a walk through time: what is known at its origin, and what comes after. */
export interface Fold {
  /** What is learnt from: everything up to the validation part. */
  training: Required<RowRange>;
  /** The last rows before the origin: they decide when to stop. */
  validation: Required<RowRange>;
  /** What comes after the origin: it judges. */
  test: Required<RowRange>;
}

/** Options of `walkForward`. */
export interface WalkForwardOptions {
  /** Rows before an origin that validate. */
  validation: number;
  /** Rows after an origin that test. */
  horizon: number;
  /** Rows of the series. */
  rows: number;
}

/**
 * Walk-forward validation (a rolling origin): at each origin all that came before is known and nothing of what comes after, as if the
 * forecast had been made then. Training parts grow from origin to origin.
 *
 * @param origins the first row of each test part
 * @param options rows to validate, rows to test, rows in all
 * @returns one fold for each origin
 * @throws {RangeError} when a part of a fold would have no row, or the test part goes past the last row
 * @see https://otexts.com/fpp3/tscv.html
 * @example
 * ```ts
 * import { walkForward } from "unroll/series/mod.ts";
 * walkForward([60, 80], { validation: 10, horizon: 20, rows: 100 })[1]; // training 0 to 70, validation 70 to 80, test 80 to 100
 * ```
 */
export function walkForward(
  origins: readonly number[],
  { validation, horizon, rows }: WalkForwardOptions,
): Fold[] {
  return origins.map((origin) => {
    const cut = origin - validation, end = origin + horizon;
    if (!(cut > 0 && validation >= 1 && horizon >= 1 && end <= rows)) {
      throw new RangeError(
        `Cannot walk to row ${origin} as with ${validation} rows to validate after some to learn from, ` +
          `and ${horizon} to test: there are ${rows}`,
      );
    }
    return {
      training: { from: 0, to: cut },
      validation: { from: cut, to: origin },
      test: { from: origin, to: end },
    };
  });
}
