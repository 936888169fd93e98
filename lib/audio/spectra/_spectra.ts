import { leadingShape, waveformList } from "../_check_waveform.ts";
import { checkWhole, framePlan } from "../frames/_frame_plan.ts";
import type { UseRows } from "../engine/audio_engine.ts";
import { plainAudio } from "../engine/plain_audio.ts";
import type { STFTOptions } from "./stft.ts";
import type { Waveforms } from "../waveform.ts";
import { windowFunction } from "../frames/window_function.ts";

/** Transforms that are made when they are asked for, a batch at a time. */
export interface Spectra {
  /** [(clips,) frames, bins] */
  shape: number[];
  sampleRate: number;
  hopLength: number;
  fftLength: number;
  /** Hands over all rows, in order. */
  each(use: UseRows): void;
}

/** The transforms of sounds as complex numbers, or as their magnitudes or powers. */
export function spectraOf(sound: Waveforms, options: STFTOptions, power?: 1 | 2): Spectra {
  if (power !== undefined) checkPower(power);
  const list = waveformList(sound), { sampleRate, samples } = list[0]!, { engine = plainAudio } = options;
  const { frames, frameLength, hopLength, before, outside } = framePlan(samples.length, options);
  const { fftLength = frameLength } = options;
  checkWhole("fftLength", fftLength);
  if (fftLength < frameLength) {
    throw new RangeError(
      `Cannot transform frames of ${frameLength} as ${fftLength} samples: they are longer`,
    );
  }
  const window = frameWindow(frameLength, options), clips = list.map((one) => one.samples);
  const job = { clips, frames, hopLength, before, outside, window, fftLength, power };
  const shape = [...leadingShape(sound), frames, Math.floor(fftLength / 2) + 1];
  return { shape, sampleRate, hopLength, fftLength, each: (use) => engine.spectra(job, use) };
}

/** 1 or 2. */
export function checkPower(power: number): void {
  if (power !== 1 && power !== 2) throw new RangeError(`Cannot raise magnitudes as 1 or 2: ${power}`);
}

/** All rows, of so many numbers each, in one array; it is cleared while the native engine is at work on the first of them. */
export function gathered({ shape, each }: Spectra, size: number): Float32Array {
  const rows = shape.slice(0, -1).reduce((product, axis) => product * axis, 1);
  let values: Float32Array | undefined;
  each((some, first) => (values ??= new Float32Array(rows * size)).set(some, first * size));
  return values!;
}

/** The window in the middle of a frame. */
function frameWindow(frameLength: number, { window = "hann", windowLength }: STFTOptions): Float64Array {
  const given = typeof window !== "string";
  const length = windowLength ?? (given ? window.length : frameLength);
  const weights = given ? window : windowFunction(window, length);
  if (weights.length !== length || length > frameLength) {
    throw new RangeError(
      `Cannot window frames of ${frameLength} as ${length} samples: the window has ${weights.length}`,
    );
  }
  const whole = new Float64Array(frameLength);
  whole.set(weights, Math.floor((frameLength - length) / 2));
  return whole;
}
