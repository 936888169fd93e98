import type { Spectrogram } from "../spectra/spectrogram.ts";
import type { SpectralContrastOptions } from "./spectral_contrast.ts";

/** A band's bins, and how many of them are its peak or valley. */
export interface Band {
  first: number;
  last: number;
  count: number;
  /** Room for as many numbers. */
  best: Float64Array;
}

/** The first band and the octaves above it. */
export function bandsOf(
  { sampleRate, fftLength, shape }: Pick<Spectrogram, "sampleRate" | "fftLength" | "shape">,
  options: SpectralContrastOptions,
): Band[] {
  const { minFrequency = 200, octaves = 6, quantile = 0.02 } = options, bins = shape.at(-1)!;
  if (!(minFrequency > 0)) throw new RangeError(`Cannot begin bands as above 0 Hz: ${minFrequency}`);
  if (!Number.isInteger(octaves) || octaves < 1) {
    throw new RangeError(`Cannot make bands as a whole number from 1: ${octaves}`);
  }
  if (!(quantile > 0 && quantile < 1)) throw new RangeError(`Cannot take a share as in (0, 1): ${quantile}`);
  const highest = minFrequency * 2 ** (octaves - 1);
  if (highest >= sampleRate / 2) {
    throw new RangeError(`Cannot make bands as below ${sampleRate / 2} Hz: the last begins at ${highest} Hz`);
  }
  const width = 1 / (fftLength / sampleRate); // as NumPy's rfftfreq computes it
  return Array.from({ length: octaves + 1 }, (_, k) => {
    const low = k === 0 ? 0 : minFrequency * 2 ** (k - 1), high = minFrequency * 2 ** k;
    const inside = Array.from({ length: bins }, (_, bin) => bin * width >= low && bin * width <= high);
    return band(inside, { k, octaves, quantile });
  });
}

/** librosa's rule: a band begins with the last bin below it, all but the highest leave out their own last bin. */
function band(
  inside: boolean[],
  { k, octaves, quantile }: { k: number; octaves: number; quantile: number },
): Band {
  const begin = inside.indexOf(true);
  const first = k > 0 ? begin - 1 : begin;
  const end = k === octaves ? inside.length : inside.lastIndexOf(true) + 1;
  const last = k < octaves ? end - 1 : end;
  if (begin < 0 || last <= first) {
    throw new RangeError(`Cannot compare bins as one or more: band ${k} has none; take longer frames`);
  }
  const count = Math.min(last - first, Math.max(1, roundHalfEven(quantile * (end - first))));
  return { first, last, count, best: new Float64Array(count) };
}

function roundHalfEven(value: number): number {
  const below = Math.floor(value), rest = value - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
}
