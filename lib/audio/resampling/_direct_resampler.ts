import { dot } from "../engine/_dot.ts";
import type { Rates, Resampler } from "./_resampler.ts";
import type { ResampleFilter } from "./_resample_filter.ts";

/** Places between two input samples at which the filter's weights are worked out; between them a line is 120 dB near. */
const places = 1024;

/** Resamples one output after the other, each with weights of its own: for rates whose common divisor is small. */
export function directResampler({ reach, weights }: ResampleFilter, { up, down }: Rates): Resampler {
  const known: Float64Array[] = [],
    at = (place: number): Float64Array => known[place] ??= weights(place / places);
  return (samples) => {
    const padded = new Float32Array(samples.length + 2 * reach);
    padded.set(samples, reach);
    const out = new Float32Array(Math.ceil(samples.length * up / down));
    for (let n = 0; n < out.length; n++) {
      const place = (n * down) % up / up * places, before = Math.floor(place), share = place - before;
      const first = Math.floor(n * down / up) + 1, value = dot(padded, first, at(before));
      out[n] = share === 0 ? value : value + share * (dot(padded, first, at(before + 1)) - value);
    }
    return out;
  };
}
