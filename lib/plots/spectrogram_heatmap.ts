import type { ChartOptions } from "./_layout.ts";
import type { Figure } from "./figure.ts";
import { heatmap } from "./heatmap.ts";

/** What is drawn of a spectrogram: `spectrogram` of the audio room gives it. */
export interface SpectrogramValues {
  /** By frame and frequency [frames, bins]; bin k is k · sampleRate / fftLength Hz. */
  values: ArrayLike<number>;
  /** [frames, bins] */
  shape: readonly number[];
  /** Samples a second (Hz). */
  sampleRate: number;
  /** Samples from one frame to the next. */
  hopLength: number;
  /** Samples that were transformed. */
  fftLength: number;
  /** 1 where the values are magnitudes, 2 where they are powers. */
  power: 1 | 2;
  /** Whether they are decibels by now. */
  decibels?: boolean;
}

/** Columns and rows at most: neighbours share a cell, which shows the loudest. */
const most = { columns: 300, rows: 130 };
/** What is more than this below the loudest is drawn as if it were this (dB). */
const range = 80;

/**
 * A spectrogram in colours: time to the right, frequency upwards, level in whole dB below the loudest, down to 80. A large one is
 * drawn with fewer cells, each as loud as its loudest part.
 *
 * @param spectrogram of one clip
 * @param options title, height
 * @returns the figure
 * @throws {TypeError} when the values aren't of one clip's frames and bins
 * @example
 * ```ts
 * import { spectrogram } from "unroll/audio/mod.ts";
 * import { spectrogramHeatmap } from "unroll/plots/mod.ts";
 * const samples = Float32Array.from({ length: 16_000 }, (_, i) => Math.sin(i * i / 40_000));
 * spectrogramHeatmap(spectrogram({ samples, sampleRate: 16_000 }, { frameLength: 256 }), { title: "A chirp" });
 * ```
 */
export function spectrogramHeatmap(spectrogram: SpectrogramValues, options: ChartOptions = {}): Figure {
  const { values, shape, sampleRate, hopLength, fftLength } = spectrogram, [frames = 0, bins = 0] = shape;
  if (shape.length !== 2 || frames * bins !== values.length || values.length === 0) {
    throw new TypeError(`Cannot draw a spectrogram as [frames, bins]: the shape is [${shape.join(", ")}]`);
  }
  const columns = Math.ceil(frames / most.columns), rows = Math.ceil(bins / most.rows); // per cell
  const levels = cells(spectrogram, { columns, rows });
  const loudest = levels.flat().reduce((a, b) => Math.max(a, b), -Infinity);
  const whole = levels.map((row) => row.map((level) => Math.round(Math.max(-range, level - loudest)) + 0));
  return heatmap(whole, {
    ...options,
    xTitle: "Time (s)",
    yTitle: "Frequency (Hz)",
    valueTitle: "Level (dB, the loudest 0)",
    xLabels: whole[0]!.map((_, i) => Number((i * columns * hopLength / sampleRate).toFixed(4))),
    yLabels: whole.map((_, i) => Number((i * rows * sampleRate / fftLength).toFixed(1))),
    topDown: false,
  });
}

/** The loudest level in each cell (dB): `cells[row][column]`, low frequencies first. */
function cells(
  { values, shape, power, decibels }: SpectrogramValues,
  { columns, rows }: { columns: number; rows: number },
): number[][] {
  const [frames, bins] = shape as [number, number];
  const loudest = Array.from(
    { length: Math.ceil(bins / rows) },
    () => new Array<number>(Math.ceil(frames / columns)).fill(-Infinity),
  );
  for (let t = 0; t < frames; t++) {
    for (let k = 0; k < bins; k++) {
      const row = loudest[Math.floor(k / rows)]!, column = Math.floor(t / columns);
      row[column] = Math.max(row[column]!, values[t * bins + k]!);
    }
  }
  if (decibels) return loudest;
  const scale = power === 1 ? 20 : 10;
  return loudest.map((row) => row.map((value) => scale * Math.log10(Math.max(1e-20, value))));
}
