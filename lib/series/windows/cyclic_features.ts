import type { Measurements } from "../tables/measurements.ts";

const DAY = 86_400_000, YEAR = 365.2425 * DAY;

/** Options of `cyclicFeatures`. */
export interface CyclicFeaturesOptions {
  /** Name -> length in milliseconds. @default `{ day: 86_400_000, year: 365.2425 * 86_400_000 }` */
  periods?: Readonly<Record<string, number>>;
}

/**
 * Where each moment stands in a day and in a year: `sin(2π t / period)` and `cos(2π t / period)`, with t counted from 1970-01-01 UTC, so
 * that midnight is near 23:50 and December near January.
 *
 * @param times moments in milliseconds [N]
 * @param options the periods
 * @returns columns `<name> sin` and `<name> cos`, each [N]
 * @throws {RangeError} when a period is not above 0
 * @example
 * ```ts
 * import { cyclicFeatures } from "unroll/series/mod.ts";
 * cyclicFeatures(Float64Array.of(0, 21_600_000))["day sin"]; // 0, 1: six hours are a quarter
 * ```
 */
export function cyclicFeatures(
  times: Float64Array,
  { periods = { day: DAY, year: YEAR } }: CyclicFeaturesOptions = {},
): Measurements["columns"] {
  return Object.fromEntries(
    Object.entries(periods).flatMap(([name, period]) => {
      if (!(period > 0)) {
        throw new RangeError(`Cannot repeat ${name} as after more than 0 milliseconds: ${period}`);
      }
      const angle = (time: number): number => 2 * Math.PI * (time % period) / period;
      return [
        [`${name} sin`, Float32Array.from(times, (time) => Math.sin(angle(time)))],
        [`${name} cos`, Float32Array.from(times, (time) => Math.cos(angle(time)))],
      ];
    }),
  );
}
