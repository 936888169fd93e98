import { type Spectrogram, spectrogram, type SpectrogramOptions } from "./spectrogram.ts";
import type { STFT } from "./stft.ts";
import type { Waveforms } from "./waveform.ts";

/** Magnitudes, from whatever stage they can be had. */
export function magnitudes(
  input: Waveforms | STFT | Spectrogram,
  options: Omit<SpectrogramOptions, "power">,
): Spectrogram {
  if (!("kind" in input) || input.kind === "stft") return spectrogram(input, { ...options, power: 1 });
  if (input.decibels) throw new TypeError("Cannot read a spectrogram as magnitudes: it is in decibels");
  return input.power === 1 ? input : { ...input, power: 1, values: input.values.map(Math.sqrt) };
}

/** One number a frame. */
export function perFrame(
  { values, shape, sampleRate, hopLength }: Spectrogram,
  of: (frame: Float32Array) => number,
): Pick<Spectrogram, "values" | "shape" | "sampleRate" | "hopLength"> {
  const bins = shape.at(-1)!, results = new Float32Array(values.length / bins);
  for (let t = 0; t < results.length; t++) results[t] = of(values.subarray(t * bins, (t + 1) * bins));
  return { values: results, shape: shape.slice(0, -1), sampleRate, hopLength };
}
