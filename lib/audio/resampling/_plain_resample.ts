import { fillBlock, keepBlock } from "./_block_job.ts";
import { type ComplexFFT, complexFFT } from "../engine/_complex_fft.ts";
import type { BlockJob } from "../engine/audio_engine.ts";

interface Transforms {
  forward: ComplexFFT;
  back: ComplexFFT;
}

/** Transforms by job, as long as the job is kept. */
const transforms = new WeakMap<BlockJob, Transforms>();

/**
 * Resamples blocks in the frequency domain: transform, filter, keep the frequencies that the other rate has, transform back with
 * the other length (overlap-save). Two blocks share a transform, one as real and one as imaginary part: the filter is real.
 */
export function plainResample(samples: Float32Array, job: BlockJob, out: Float32Array): void {
  const { length, made, guardOut, response } = job, { forward, back } = transformsOf(job);
  const re = new Float64Array(length), im = new Float64Array(length);
  const to = new Float64Array(made), too = new Float64Array(made), scaled = response.map((h) => h / length);
  for (let block = 0; block * (made - 2 * guardOut) < out.length; block += 2) {
    fillBlock(re, samples, { job, block });
    fillBlock(im, samples, { job, block: block + 1 });
    forward(re, im);
    filtered(re, scaled, to);
    filtered(im, scaled, too);
    back(too, to); // parts changed over: the inverse, without its factor
    keepBlock(to, out, { job, block });
    keepBlock(too, out, { job, block: block + 1 });
  }
}

function transformsOf(job: BlockJob): Transforms {
  const kept = transforms.get(job);
  if (kept) return kept;
  const made = { forward: complexFFT(job.length), back: complexFFT(job.made) };
  transforms.set(job, made);
  return made;
}

/** Lower frequencies of both signs, each times its response; the last is zero. */
function filtered(from: Float64Array, response: Float64Array, to: Float64Array): void {
  to.fill(0);
  to[0] = from[0]! * response[0]!;
  for (let k = 1; k + 1 < response.length; k++) {
    to[k] = from[k]! * response[k]!;
    to[to.length - k] = from[from.length - k]! * response[k]!;
  }
}
