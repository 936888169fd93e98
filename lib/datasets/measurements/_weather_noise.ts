import type { Random } from "../../core/mod.ts";

/** What of the weather is neither season nor time of day. */
export interface WeatherNoise {
  /** °C above or below what season and hour say. */
  temperature: number;
  /** mbar above or below the mean. */
  pressure: number;
  /** °C that the dew point lies lower than usual. */
  dryness: number;
  /** How much of a day's swing there is: little under clouds. */
  clearness: number;
  /** m/s. */
  wind: number;
  /** Degrees from north. */
  direction: number;
}

/** Ten-minute steps in a day. */
const STEPS = 144;

/** The next ten minutes' weather, at each call: sums of first-order autoregressive processes. */
export function weatherNoise(chance: Random): () => WeatherNoise {
  const process = (days: number, deviation: number) => autoregressive(chance, days * STEPS, deviation);
  const pressure = process(3, 7),
    slow = process(2.5, 3.4),
    medium = process(0.25, 0.9),
    fast = process(0.02, 0.25);
  const dryness = process(1, 2.6), clouds = process(0.8, 0.45), wind = process(0.3, 0.6);
  let direction = 360 * chance.next(), followed = 0;
  return () => {
    const high = pressure();
    followed += (0.25 * high - followed) / (1.5 * STEPS); // air masses come a day and a half after the pressure
    direction = (direction + 6 * chance.normal() + 360) % 360;
    return {
      temperature: slow() + medium() + fast() + followed,
      pressure: high,
      dryness: dryness(),
      clearness: Math.min(1.6, Math.max(0.2, 1 + clouds())),
      wind: Math.exp(0.5 + wind()),
      direction,
    };
  };
}

/** A process that forgets in so many steps and keeps this deviation. */
function autoregressive(chance: Random, steps: number, deviation: number): () => number {
  const keep = Math.exp(-1 / steps), fresh = deviation * Math.sqrt(1 - keep * keep);
  let value = deviation * chance.normal();
  return () => value = keep * value + fresh * chance.normal();
}
