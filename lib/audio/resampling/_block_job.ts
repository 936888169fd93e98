import { complexFFT } from "../engine/_complex_fft.ts";
import type { Rates } from "./_resampler.ts";
import type { ResampleFilter } from "./_resample_filter.ts";
import type { BlockJob } from "../engine/audio_engine.ts";

/** At least so much of a block is kept, and a block has at least so many samples. */
const keptShare = 0.85, shortest = 2048;

/** Blocks of a power of two of periods, after each of which samples of both rates meet again; the filter reaches into the guards. */
export function blockJob(filter: ResampleFilter, { up, down }: Rates): BlockJob {
  const guard = Math.ceil(filter.reach / down);
  let periods = 2;
  while (periods - 2 * guard < keptShare * periods || periods * Math.max(up, down) < shortest) periods *= 2;
  const length = periods * down, made = periods * up;
  return {
    length,
    made,
    guardIn: guard * down,
    guardOut: guard * up,
    response: response(filter, length, made),
  };
}

/** At the frequencies that both rates have; nothing is left at half of the lower rate. */
function response({ reach, weights }: ResampleFilter, length: number, made: number): Float64Array {
  const re = new Float64Array(length), im = new Float64Array(length);
  weights(0).forEach((weight, i) => re[(i + 1 - reach + length) % length] = weight);
  complexFFT(length)(re, im);
  return re.slice(0, Math.min(length, made) / 2 + 1).fill(0, -1);
}

/** Where block b's samples begin; before and behind the sound are zeros. */
export function fillBlock(
  to: Float32Array | Float64Array,
  samples: Float32Array,
  { job: { length, guardIn }, block }: { job: BlockJob; block: number },
): void {
  const from = block * (length - 2 * guardIn) - guardIn;
  const first = Math.max(0, from), last = Math.max(first, Math.min(samples.length, from + length));
  if (last - first < length) to.fill(0);
  if (last > first) to.set(samples.subarray(first, last), first - from);
}

/** Writes what is kept of a block; the last may be longer than is wanted. */
export function keepBlock(
  values: Float32Array | Float64Array,
  to: Float32Array,
  { job: { made, guardOut }, block }: { job: BlockJob; block: number },
): void {
  const at = block * (made - 2 * guardOut);
  if (at < to.length) {
    to.set(values.subarray(guardOut, Math.min(made - guardOut, guardOut + to.length - at)), at);
  }
}
