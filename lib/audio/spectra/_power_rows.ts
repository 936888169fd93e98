import { type Spectra, spectraOf } from "./_spectra.ts";
import { type Spectrogram, spectrogram, type SpectrogramOptions } from "./spectrogram.ts";
import type { STFT } from "./stft.ts";
import type { Waveforms } from "../waveform.ts";

/** Magnitudes or powers, a batch at a time. */
export interface PowerRows extends Spectra {
  power: 1 | 2;
}

/** Magnitudes or powers from whatever stage they can be had; of sounds never more than a batch is held. */
export function powerRows(input: Waveforms | STFT | Spectrogram, options: SpectrogramOptions): PowerRows {
  const { power = 2 } = options;
  if (!("kind" in input)) return { ...spectraOf(input, options, power), power };
  const source = input.kind === "stft" ? spectrogram(input, { power }) : input;
  if (source.decibels) throw new TypeError("Cannot read a spectrogram as powers: it is in decibels");
  return { ...source, each: (use) => use(source.values, 0) };
}
