import { checkWhole } from "../frames/_frame_plan.ts";
import type { Matrix } from "../engine/audio_engine.ts";
import { hzToMel, type MelScale, melToHz } from "./mel_scale.ts";

/** Options of {@linkcode melFilterBank}. */
export interface MelOptions {
  /** Filters (librosa's `n_mels`). @default 128 */
  melBands?: number;
  /** Where the lowest begins (Hz). @default 0 */
  minFrequency?: number;
  /** Where the highest ends (Hz). @default half of the sampling rate */
  maxFrequency?: number;
  /** How their centres are spaced. @default "slaney" */
  scale?: MelScale;
  /** "slaney" divides a filter by half its width in Hz, "none" leaves its peak at 1. @default "slaney" */
  norm?: "slaney" | "none";
}

/** What the filters are for. */
export interface MelFilterBankOptions extends MelOptions {
  /** Samples a second (Hz). */
  sampleRate: number;
  /** Samples that were transformed. */
  fftLength: number;
}

/**
 * Triangular filters whose centres are equally spaced on the mel scale (librosa's `filters.mel`, transposed):
 * `mel[t, m] = Σ S[t, k] · bank[k, m]`.
 *
 * @param options rate, length of the transform, bands, range, scale
 * @returns [fftLength / 2 + 1, melBands]
 * @throws {RangeError} when the range is not within 0 to half of the rate, a number is no whole one from 1, or a name is
 * unknown
 * @example
 * ```ts
 * import { melFilterBank } from "unroll/audio/mod.ts";
 * melFilterBank({ sampleRate: 16_000, fftLength: 512, melBands: 40 }).shape; // [257, 40]
 * ```
 */
export function melFilterBank(options: MelFilterBankOptions): Matrix {
  const { sampleRate, fftLength, melBands = 128, minFrequency = 0, scale, norm = "slaney" } = options;
  const { maxFrequency = sampleRate / 2 } = options, bins = Math.floor(fftLength / 2) + 1;
  checkWhole("melBands", melBands);
  checkWhole("fftLength", fftLength);
  if (!(minFrequency >= 0 && minFrequency < maxFrequency && maxFrequency <= sampleRate / 2)) {
    throw new RangeError(
      `Cannot filter as frequencies from 0 to ${sampleRate / 2} Hz: ${minFrequency} to ${maxFrequency}`,
    );
  }
  const [low, high] = [hzToMel(minFrequency, scale), hzToMel(maxFrequency, scale)];
  const edges = Array.from(
    { length: melBands + 2 },
    (_, i) => melToHz(low + (high - low) * i / (melBands + 1), scale),
  );
  if (norm !== "slaney" && norm !== "none") {
    throw new RangeError(`Cannot scale mel filters as slaney or none: ${norm}`);
  }
  const values = new Float32Array(bins * melBands);
  for (let band = 0; band < melBands; band++) {
    const [left, centre, right] = edges.slice(band, band + 3) as [number, number, number];
    const height = norm === "slaney" ? 2 / (right - left) : 1;
    for (let bin = 0; bin < bins; bin++) {
      const hz = bin * sampleRate / fftLength;
      const weight = Math.min((hz - left) / (centre - left), (right - hz) / (right - centre));
      values[bin * melBands + band] = Math.max(0, weight) * height;
    }
  }
  return { values, shape: [bins, melBands] };
}
