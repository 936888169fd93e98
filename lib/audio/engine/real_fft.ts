import { complexFFT } from "./_complex_fft.ts";

/** A Fourier transform of real numbers of one length. */
export interface RealFFT {
  /** n, real numbers. */
  readonly length: number;
  /** Complex numbers of the result: floor(n / 2) + 1. */
  readonly bins: number;
  /** Transforms [n] into the real and imaginary parts [bins] of the last call's arrays. */
  transform(input: ArrayLike<number>): { re: Float64Array; im: Float64Array };
}

/**
 * The Fourier transform of real numbers, of any length: `X[k] = Σ x[j] exp(-2πi jk/n)` for k from 0 to n/2.
 *
 * @param length n
 * @returns the transform; the arrays that it gives are its own and overwritten by the next call
 * @throws {RangeError} when the length is no whole number from 1
 * @example
 * ```ts
 * import { realFFT } from "unroll/audio/mod.ts";
 * realFFT(4).transform([1, 0, -1, 0]).re; // [0, 2, 0]
 * ```
 */
export function realFFT(length: number): RealFFT {
  if (!Number.isInteger(length) || length < 1) {
    throw new RangeError(`Cannot transform as a whole number of samples from 1: ${length}`);
  }
  return length % 2 === 0 ? evenFFT(length) : oddFFT(length);
}

function oddFFT(length: number): RealFFT {
  const run = complexFFT(length), bins = (length + 1) / 2;
  const re = new Float64Array(length), im = new Float64Array(length);
  return {
    length,
    bins,
    transform(input) {
      re.set(input);
      im.fill(0);
      run(re, im);
      return { re: re.subarray(0, bins), im: im.subarray(0, bins) };
    },
  };
}

/** Even samples as real parts, odd ones as imaginary parts: half the length, and the two parted afterwards. */
function evenFFT(length: number): RealFFT {
  const half = length / 2, bins = half + 1, run = complexFFT(half);
  const zr = new Float64Array(half), zi = new Float64Array(half);
  const re = new Float64Array(bins), im = new Float64Array(bins);
  const cos = Float64Array.from({ length: bins }, (_, k) => Math.cos(2 * Math.PI * k / length) / 2);
  const sin = Float64Array.from({ length: bins }, (_, k) => -Math.sin(2 * Math.PI * k / length) / 2);
  const part = (k: number, a: number, b: number): void => {
    const ar = zr[a]!, ai = zi[a]!, br = zr[b]!, bi = -zi[b]!;
    const dr = ai - bi, di = br - ar; // -i (Z[a] - conj Z[b])
    re[k] = (ar + br) / 2 + dr * cos[k]! - di * sin[k]!;
    im[k] = (ai + bi) / 2 + dr * sin[k]! + di * cos[k]!;
  };
  return {
    length,
    bins,
    transform(input) {
      for (let i = 0; i < half; i++) {
        zr[i] = input[2 * i]!;
        zi[i] = input[2 * i + 1]!;
      }
      run(zr, zi);
      part(0, 0, 0);
      for (let k = 1; k < half; k++) part(k, k, half - k);
      part(half, 0, 0);
      return { re, im };
    },
  };
}
