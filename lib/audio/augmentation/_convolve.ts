import { type ComplexFFT, complexFFT } from "../engine/_complex_fft.ts";

/** Transforms by their length, a power of two: their tables take longer than a transform. */
const transforms = new Map<number, ComplexFFT>();

/**
 * The first samples of a linear convolution: `y[n] = Σ samples[n - k] · filter[k]` for n below the samples' count, block by
 * block in the frequency domain (overlap-add). Two blocks share a transform, one as real and one as imaginary part: the
 * filter is real, so they stay apart.
 */
export function convolve(samples: Float32Array, filter: Float64Array): Float64Array {
  const wanted = Math.min(Math.max(2048, 4 * filter.length), filter.length + Math.ceil(samples.length / 2));
  const size = 2 ** Math.ceil(Math.log2(Math.max(4, wanted))), block = size - filter.length + 1;
  const run = transforms.get(size) ?? complexFFT(size);
  transforms.set(size, run);
  const hr = new Float64Array(size), hi = new Float64Array(size);
  hr.set(filter.map((weight) => weight / size));
  run(hr, hi);
  const out = new Float64Array(samples.length), re = new Float64Array(size), im = new Float64Array(size);
  for (let at = 0; at < samples.length; at += 2 * block) {
    fill(re, samples.subarray(at, at + block));
    fill(im, samples.subarray(at + block, at + 2 * block));
    run(re, im);
    multiply(re, im, [hr, hi]);
    run(im, re); // parts changed over: the inverse, without its 1 / size
    add(re, out.subarray(at));
    add(im, out.subarray(at + block));
  }
  return out;
}

function fill(values: Float64Array, from: Float32Array): void {
  values.fill(0);
  values.set(from);
}

function multiply(re: Float64Array, im: Float64Array, [hr, hi]: readonly [Float64Array, Float64Array]): void {
  for (let k = 0; k < re.length; k++) {
    const a = re[k]!, b = im[k]!;
    re[k] = a * hr[k]! - b * hi[k]!;
    im[k] = a * hi[k]! + b * hr[k]!;
  }
}

function add(values: Float64Array, to: Float64Array): void {
  for (let i = Math.min(values.length, to.length) - 1; i >= 0; i--) to[i]! += values[i]!;
}
