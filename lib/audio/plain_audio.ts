import type { AudioEngine, Matrix, SpectraJob } from "./audio_engine.ts";
import { dot } from "./_dot.ts";
import { realFFT } from "./real_fft.ts";

/** The features' arithmetic in TypeScript alone: double precision, one frame at a time. */
export const plainAudio: AudioEngine = { name: "plain", spectra, product, decibels };

function spectra({ padded, frames, hopLength, window, fftLength, power }: SpectraJob): Float32Array {
  const fft = realFFT(fftLength), size = power ? fft.bins : 2 * fft.bins;
  const out = new Float32Array(padded.length * frames * size), input = new Float64Array(fftLength);
  let at = 0;
  for (const clip of padded) {
    for (let t = 0; t < frames; t++, at += size) {
      const from = t * hopLength;
      for (let i = 0; i < window.length; i++) input[i] = (clip[from + i] ?? 0) * window[i]!;
      const { re, im } = fft.transform(input);
      if (power) writePowers({ re, im }, power, out.subarray(at, at + size));
      else writeComplex({ re, im }, out.subarray(at, at + size));
    }
  }
  return out;
}

interface Parts {
  re: Float64Array;
  im: Float64Array;
}

function writePowers({ re, im }: Parts, power: 1 | 2, to: Float32Array): void {
  for (let k = 0; k < to.length; k++) {
    const value = re[k]! * re[k]! + im[k]! * im[k]!;
    to[k] = power === 1 ? Math.sqrt(value) : value;
  }
}

function writeComplex({ re, im }: Parts, to: Float32Array): void {
  for (let k = 0; k < re.length; k++) {
    to[2 * k] = re[k]!;
    to[2 * k + 1] = im[k]!;
  }
}

function product(values: Float32Array, { values: matrix, shape: [rows, columns] }: Matrix): Float32Array {
  const count = values.length / rows, out = new Float32Array(count * columns);
  const bands = Array.from({ length: columns }, (_, column) => nonZero(matrix, rows, { column, columns }));
  for (let n = 0; n < count; n++) {
    for (let column = 0; column < columns; column++) {
      const { first, weights } = bands[column]!;
      out[n * columns + column] = dot(values, n * rows + first, weights);
    }
  }
  return out;
}

/** A column from its first number that is not zero to its last: filters are short. */
function nonZero(
  matrix: Float32Array,
  rows: number,
  { column, columns }: { column: number; columns: number },
) {
  const whole = Float64Array.from({ length: rows }, (_, row) => matrix[row * columns + column]!);
  const first = Math.max(0, whole.findIndex((weight) => weight !== 0));
  return { first, weights: whole.slice(first, whole.findLastIndex((weight) => weight !== 0) + 1) };
}

function decibels(values: Float32Array, floor: number): Float32Array {
  return values.map((value) => 10 * Math.log10(Math.max(floor, value)));
}
