import { dctMatrix } from "./dct_matrix.ts";
import { dot } from "../engine/_dot.ts";
import { melFilterBank, type MelFilterBankOptions } from "./mel_filter_bank.ts";
import type { Matrix } from "../engine/audio_engine.ts";
import { realFFT } from "../engine/real_fft.ts";
import { windowFunction } from "../frames/window_function.ts";

/** Options of {@linkcode frameFeatures}: the filters', and those of a frame. */
export interface FrameFeaturesOptions extends Omit<MelFilterBankOptions, "fftLength"> {
  /** Samples of a frame. */
  frameLength: number;
  /** Frames are lengthened with zeros at their end to this. @default frameLength */
  fftLength?: number;
  /** Mel-frequency cepstral coefficients in place of the bands. @default none */
  coefficients?: number;
}

/**
 * Features of one frame at a time, for sound that is heard as it comes: windows, filters and tables are made once. The numbers are
 * those of `powerToDb(melSpectrogram(sound, …), { topDb: Infinity })`, or of `mfcc` of that, which take many frames at once.
 *
 * @param options frame, filters, coefficients
 * @returns a function from the samples of a frame [frameLength] to its mel bands in decibels, or its coefficients, as a new array
 * @throws {RangeError} when a size is no whole number from 1, the transform is shorter than a frame, the frequencies are out of range, or
 * there are more coefficients than bands
 * @throws {TypeError} from the function, when a frame has another length
 * @example
 * ```ts
 * import { frameFeatures } from "unroll/audio/mod.ts";
 * const features = frameFeatures({ sampleRate: 16_000, frameLength: 400, fftLength: 512, melBands: 40, coefficients: 20 });
 * features(new Float32Array(400)).length; // 20
 * ```
 */
export function frameFeatures(options: FrameFeaturesOptions): (frame: Float32Array) => Float32Array {
  const { frameLength, fftLength = frameLength, coefficients } = options;
  if (fftLength < frameLength) {
    throw new RangeError(
      `Cannot transform frames of ${frameLength} as ${fftLength} samples: they are longer`,
    );
  }
  const window = windowFunction("hann", frameLength), fft = realFFT(fftLength);
  const bank = columns(melFilterBank({ ...options, fftLength }));
  const cosines = coefficients === undefined ? null : columns(dctMatrix(bank.length, coefficients));
  const input = new Float64Array(fftLength), powers = new Float32Array(fft.bins);
  return (frame) => {
    if (frame.length !== frameLength) {
      throw new TypeError(
        `Cannot take features of a frame as ${frameLength} samples: it has ${frame.length}`,
      );
    }
    for (let i = 0; i < frameLength; i++) input[i] = frame[i]! * window[i]!;
    const { re, im } = fft.transform(input);
    for (let k = 0; k < powers.length; k++) powers[k] = re[k]! * re[k]! + im[k]! * im[k]!;
    const bands = Float32Array.from(bank, ({ first, weights }) => decibels(dot(powers, first, weights)));
    return cosines ? Float32Array.from(cosines, ({ first, weights }) => dot(bands, first, weights)) : bands;
  };
}

function decibels(power: number): number {
  return 10 * Math.log10(Math.max(1e-10, power));
}

/** Each column from its first number that is not zero to its last. */
function columns({ values, shape: [rows, count] }: Matrix): { first: number; weights: Float64Array }[] {
  return Array.from({ length: count }, (_, column) => {
    const whole = Float64Array.from({ length: rows }, (_, row) => values[row * count + column]!);
    const first = Math.max(0, whole.findIndex((weight) => weight !== 0));
    return { first, weights: whole.slice(first, whole.findLastIndex((weight) => weight !== 0) + 1) };
  });
}
