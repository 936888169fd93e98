import type { Frames } from "../frames/frame.ts";
import { powerRows } from "./_power_rows.ts";
import type { Spectrogram, SpectrogramOptions } from "./spectrogram.ts";
import type { STFT } from "./stft.ts";
import type { Waveforms } from "../waveform.ts";

/** One number a frame of its magnitudes, from whatever stage they can be had; of sounds never more than a batch is held. */
export function perFrame(
  input: Waveforms | STFT | Spectrogram,
  options: Omit<SpectrogramOptions, "power">,
  of: (magnitudes: Float32Array, source: { sampleRate: number; fftLength: number }) => number,
): Frames {
  const source = powerRows(input, { ...options, power: 1 }), { shape, sampleRate, hopLength } = source;
  const bins = shape.at(-1)!, frames = shape.slice(0, -1), root = source.power === 2;
  const values = new Float32Array(frames.reduce((product, axis) => product * axis, 1));
  const magnitudes = new Float32Array(bins);
  source.each((rows, first) => {
    for (let at = 0, row = first; at < rows.length; at += bins, row++) {
      const numbers = rows.subarray(at, at + bins);
      if (root) { for (let k = 0; k < bins; k++) magnitudes[k] = Math.sqrt(numbers[k]!); }
      values[row] = of(root ? magnitudes : numbers, source);
    }
  });
  return { values, shape: frames, sampleRate, hopLength };
}
