import { dot } from "./_dot.ts";
import type { Rates, Resampler } from "./_resampler.ts";
import type { ResampleFilter } from "./_resample_filter.ts";

/** Resamples one output after the other, each with weights of its own: for rates whose common divisor is small. */
export function directResampler({ reach, weights }: ResampleFilter, { up, down }: Rates): Resampler {
  return (samples) => {
    const padded = new Float32Array(samples.length + 2 * reach);
    padded.set(samples, reach);
    const out = new Float32Array(Math.ceil(samples.length * up / down));
    for (let n = 0; n < out.length; n++) {
      const phase = (n * down) % up, first = Math.floor(n * down / up) + 1;
      out[n] = dot(padded, first, weights(phase / up));
    }
    return out;
  };
}
