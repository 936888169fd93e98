import type { Frames } from "./frame.ts";
import { magnitudes } from "./_magnitudes.ts";
import { plainAudio } from "./plain_audio.ts";
import { decibels } from "./power_to_db.ts";
import type { Spectrogram, SpectrogramOptions } from "./spectrogram.ts";
import type { STFT } from "./stft.ts";
import type { Waveforms } from "./waveform.ts";

/** Options of {@linkcode spectralContrast}; those of `stft` beside them. */
export interface SpectralContrastOptions extends Omit<SpectrogramOptions, "power"> {
  /** Where the second band begins (Hz); the first holds what is below. @default 200 */
  minFrequency?: number;
  /** Octaves above the first band (librosa's `n_bands`). @default 6 */
  octaves?: number;
  /** Which share of a band's bins is its peak, and which its valley. @default 0.02 */
  quantile?: number;
  /** Differences of magnitudes instead of decibels. @default false */
  linear?: boolean;
}

/** A band's bins, and how many of them are its peak or valley. */
interface Band {
  first: number;
  last: number;
  count: number;
  /** Room for as many numbers. */
  best: Float64Array;
}

/**
 * How far peaks stand above valleys in each octave, per frame: the mean of a band's largest magnitudes over the mean of its
 * smallest, in decibels (librosa's `spectral_contrast`; Jiang and others, 2002). Noise has little, voices and notes much.
 *
 * @param input waveforms, or what `stft` or `spectrogram` gave of them
 * @param options bands, quantile; frames, window and transform where waveforms are given; engine
 * @returns [(clips,) frames, octaves + 1]
 * @throws {RangeError} when a band begins above half of the sampling rate or has no bin, or an option is out of range
 * @throws {TypeError} when the spectrogram is in decibels
 * @example
 * ```ts
 * import { spectralContrast } from "unroll/audio/mod.ts";
 * const samples = Float32Array.from({ length: 16_000 }, (_, i) => Math.sin(2 * Math.PI * 440 * i / 16_000));
 * spectralContrast({ samples, sampleRate: 16_000 }, { octaves: 5 }).shape; // [32, 6]
 * ```
 */
export function spectralContrast(
  input: Waveforms | STFT | Spectrogram,
  options: SpectralContrastOptions = {},
): Frames {
  const { linear = false, engine = plainAudio } = options, source = magnitudes(input, options);
  const { values, sampleRate, hopLength, shape } = source, bins = shape.at(-1)!;
  const bands = bandsOf(source, options), rows = values.length / bins;
  const peaks = new Float32Array(rows * bands.length), valleys = new Float32Array(peaks.length);
  for (let row = 0, at = 0; row < rows; row++) {
    for (const { first, last, count, best } of bands) {
      const from = row * bins + first, to = row * bins + last;
      peaks[at] = count === 1
        ? largest(values, from, to)
        : meanOfLargest(values, best, { from, to, sign: 1 });
      valleys[at++] = count === 1
        ? smallest(values, from, to)
        : meanOfLargest(values, best, { from, to, sign: -1 });
    }
  }
  const clips = shape.length === 3 ? shape[0]! : 1,
    scale = (powers: Float32Array): Float32Array => linear ? powers : decibels(powers, clips, { engine });
  const high = scale(peaks), low = scale(valleys);
  const difference = high.map((value, i) => value - low[i]!);
  return { values: difference, shape: [...shape.slice(0, -1), bands.length], sampleRate, hopLength };
}

function bandsOf({ sampleRate, fftLength, shape }: Spectrogram, options: SpectralContrastOptions): Band[] {
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

function largest(values: Float32Array, from: number, to: number): number {
  let best = values[from]!;
  for (let i = from + 1; i < to; i++) if (values[i]! > best) best = values[i]!;
  return best;
}

function smallest(values: Float32Array, from: number, to: number): number {
  let best = values[from]!;
  for (let i = from + 1; i < to; i++) if (values[i]! < best) best = values[i]!;
  return best;
}

/** The mean of the largest numbers (sign 1) or of the smallest (-1): those in `best` are kept in order, the least of them first. */
function meanOfLargest(
  values: Float32Array,
  best: Float64Array,
  { from, to, sign }: { from: number; to: number; sign: 1 | -1 },
): number {
  best.fill(-Infinity);
  for (let i = from; i < to; i++) {
    const value = sign * values[i]!;
    if (value <= best[0]!) continue;
    let at = 0;
    for (; at + 1 < best.length && best[at + 1]! < value; at++) best[at] = best[at + 1]!;
    best[at] = value;
  }
  let sum = 0;
  for (let i = 0; i < best.length; i++) sum += best[i]!;
  return sign * sum / best.length;
}
