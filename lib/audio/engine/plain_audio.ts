import { cutEdge, isInside } from "./_cut_edge.ts";
import { plainResample } from "../resampling/_plain_resample.ts";
import { banded, bandedProduct } from "./_banded_product.ts";
import type { AudioEngine, Matrix, SpectraJob, UseRows } from "./audio_engine.ts";
import { realFFT } from "./real_fft.ts";

/** Numbers that are handed over at a time: half a megabyte. */
const batch = 2 ** 17;

/** The features' arithmetic in TypeScript alone: double precision, one frame at a time. */
export const plainAudio: AudioEngine = { name: "plain", spectra, product, decibels, resample: plainResample };

function spectra(job: SpectraJob, use: UseRows): void {
  const { clips, frames, hopLength, before, fftLength, power } = job, fft = realFFT(fftLength);
  const size = power ? fft.bins : 2 * fft.bins, count = clips.length * frames;
  const most = Math.min(count, Math.max(1, Math.floor(batch / size)));
  const rows = new Float32Array(most * size), input = new Float64Array(fftLength);
  for (let row = 0, held = 0; row < count; row++) {
    const from = (row % frames) * hopLength - before;
    cut(clips[Math.floor(row / frames)]!, job, { from, to: input });
    const parts = fft.transform(input), to = rows.subarray(held * size, (held + 1) * size);
    if (power) writePowers(parts, power, to);
    else writeComplex(parts, to);
    if (++held < most && row + 1 < count) continue;
    use(rows.subarray(0, held * size), row + 1 - held);
    held = 0;
  }
}

function cut(
  clip: Float32Array,
  job: SpectraJob,
  { from, to }: { from: number; to: Float64Array },
): void {
  if (!isInside(clip, job, from)) return cutEdge(clip, job, { from, to });
  const { window } = job;
  for (let i = 0, read = from | 0; i < window.length; i++, read++) to[i] = clip[read]! * window[i]!;
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

function product(values: Float32Array, matrix: Matrix, to: Float32Array): void {
  bandedProduct(values, banded(matrix), to);
}

function decibels(values: Float32Array, floor: number, to: Float32Array): void {
  for (let i = 0; i < values.length; i++) to[i] = 10 * Math.log10(Math.max(floor, values[i]!));
}
