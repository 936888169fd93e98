import { random } from "../../core/mod.ts";
import type { Measurements } from "../../series/mod.ts";
import { MEASUREMENTS, moistAir } from "./_moist_air.ts";
import { type WeatherNoise, weatherNoise } from "./_weather_noise.ts";

/** Options of `standInClimate`. Their defaults were fixed before any model was trained on the measurements. */
export interface StandInClimateOptions {
  /** Rows, ten minutes apart from 2009-01-01 00:10 UTC on. @default 420_551 */
  rows?: number;
  /** Which weather. @default 2009 */
  seed?: number;
}

const STEP = 600_000, DAY = 86_400_000, YEAR = 365.2425 * DAY, START = Date.UTC(2009, 0, 1, 0, 10);

/**
 * Makes up the measurements of a weather station: a season of ±9.3 °C, days that are warmest at 14:30 UTC and vary more in summer, air masses
 * that change within days and follow the pressure, and the quantities that physics derives from temperature, dew point and pressure. It
 * has the 14 columns of the Jena station, whose stand-in it is; every figure from it must be labelled.
 *
 * The temperature of 24 hours before is right to 3 °C for 50 to 80 % of the rows. The same options give the same measurements.
 *
 * @param options how many, which
 * @returns the table, values rounded as the station's files have them
 * @throws {RangeError} when rows is no whole number from 1
 * @example
 * ```ts
 * import { standInClimate } from "unroll/datasets/mod.ts";
 * standInClimate({ rows: 144 }).columns["T (degC)"]!.length; // 144: a day
 * ```
 */
export function standInClimate({ rows = 420_551, seed = 2009 }: StandInClimateOptions = {}): Measurements {
  if (!(Number.isInteger(rows) && rows >= 1)) {
    throw new RangeError(`Cannot make up measurements as a whole number of rows from 1: ${rows}`);
  }
  const times = Float64Array.from({ length: rows }, (_, i) => START + STEP * i),
    noise = weatherNoise(random(seed));
  const columns = MEASUREMENTS.map(() => new Float32Array(rows));
  for (let row = 0; row < rows; row++) {
    quantities(times[row]!, noise()).forEach((value, i) => columns[i]![row] = Math.round(value * 100) / 100);
  }
  return { times, columns: Object.fromEntries(MEASUREMENTS.map((name, i) => [name, columns[i]!])) };
}

/** All 14 of them, at one moment. */
function quantities(time: number, noise: WeatherNoise): number[] {
  const year = 2 * Math.PI * ((time - START) % YEAR) / YEAR, hour = 2 * Math.PI * (time % DAY) / DAY;
  const summer = -Math.cos(year - 0.34), noon = Math.cos(hour - 2 * Math.PI * 14.5 / 24);
  const swing = (2.6 + 1.5 * summer) * noise.clearness;
  const temperature = 9.5 + 9.3 * summer + swing * noon + noise.temperature;
  const depression = Math.max(0.1, 4 + 2 * summer + swing * noon + noise.dryness);
  return [
    ...moistAir({ temperature, depression, pressure: 989.2 + noise.pressure }),
    noise.wind,
    1.6 * noise.wind + 0.3,
    noise.direction,
  ];
}
