import { checkWaveform } from "./_check_waveform.ts";
import { dot } from "./_dot.ts";
import type { Waveform } from "./waveform.ts";

/** Options of {@linkcode resample}. */
export interface ResampleOptions {
  /** How far what would be folded back is put down (dB). @default 100 */
  attenuation?: number;
  /** Zero crossings of the filter on either side: twice as many halve the band that is lost, and cost twice. @default 64 */
  zeroCrossings?: number;
}

/** Tables of more phases than this are not kept: 44,101 to 16,000 Hz has 16,000. */
const mostPhases = 2048;

/**
 * A sound at another rate, band-limited: `y[n] = Σ x[k] h(n · from / to - k)`, where h is a sinc in Kaiser's window whose stop
 * band begins at half of the lower rate. With the default options what lies above is 100 dB down, and what lies below 90 % of it
 * is kept within 0.001 dB (Smith, "Digital audio resampling"; Kaiser's formulas for window and width).
 *
 * @param sound a waveform of whole samples a second
 * @param sampleRate the rate wanted (Hz), a whole number
 * @param options the filter
 * @returns ceil(n · to / from) samples; the waveform itself where the rate is right already
 * @throws {RangeError} when a rate is no whole number from 1, there are no samples, or the filter's numbers are out of range
 * @example
 * ```ts
 * import { resample } from "unroll/audio/mod.ts";
 * resample({ samples: new Float32Array(44_100), sampleRate: 44_100 }, 16_000).samples.length; // 16000
 * ```
 */
export function resample(sound: Waveform, sampleRate: number, options: ResampleOptions = {}): Waveform {
  checkWaveform(sound);
  for (const rate of [sound.sampleRate, sampleRate]) {
    if (!Number.isInteger(rate) || rate < 1) {
      throw new RangeError(`Cannot resample as whole numbers of samples a second: ${rate}`);
    }
  }
  const filter = keptFilter(sound.sampleRate, sampleRate, options);
  if (sound.sampleRate === sampleRate) return sound;
  const divisor = greatestCommonDivisor(sound.sampleRate, sampleRate);
  const up = sampleRate / divisor, down = sound.sampleRate / divisor;
  return { samples: convolve(sound.samples, filter, { up, down }), sampleRate };
}

/** A filter: its reach in input samples, and its weights where an output lies `fraction` after an input sample. */
interface Filter {
  reach: number;
  weights(fraction: number): Float64Array;
  /** Weights that were made already, by phase. */
  kept: Map<number, Float64Array>;
}

/** The filters last used: a corpus is of few rates, and a filter takes as long as a second of sound. */
const filters = new Map<string, Filter>();
const mostFilters = 4;

function keptFilter(from: number, to: number, options: ResampleOptions): Filter {
  const key = `${from} ${to} ${options.attenuation} ${options.zeroCrossings}`;
  const filter = filters.get(key) ?? design(from, to, options);
  filters.delete(key); // the last used is the last in order
  filters.set(key, filter);
  if (filters.size > mostFilters) filters.delete(filters.keys().next().value!);
  return filter;
}

function design(
  from: number,
  to: number,
  { attenuation = 100, zeroCrossings = 64 }: ResampleOptions,
): Filter {
  if (!(attenuation >= 21 && attenuation <= 140)) {
    throw new RangeError(`Cannot attenuate as 21 to 140 dB: ${attenuation}`);
  }
  if (!(zeroCrossings >= 8 && zeroCrossings <= 1024)) {
    throw new RangeError(`Cannot filter as 8 to 1024 zero crossings: ${zeroCrossings}`);
  }
  const beta = attenuation > 50
    ? 0.1102 * (attenuation - 8.7)
    : 0.5842 * (attenuation - 21) ** 0.4 + 0.07886 * (attenuation - 21);
  const transition = (attenuation - 7.95) / (2.285 * 2 * zeroCrossings * Math.PI); // of the lower Nyquist frequency
  const cutoff = Math.min(1, to / from) * (1 - transition / 2);
  const width = zeroCrossings / cutoff, reach = Math.ceil(width), scale = besselI0(beta);
  const response = (t: number): number => {
    if (Math.abs(t) >= width) return 0;
    const x = Math.PI * cutoff * t;
    return (x === 0 ? 1 : Math.sin(x) / x) * besselI0(beta * Math.sqrt(1 - (t / width) ** 2)) / scale;
  };
  const weights = (fraction: number): Float64Array => {
    const taps = Float64Array.from({ length: 2 * reach }, (_, i) => response(fraction + reach - 1 - i));
    const sum = taps.reduce((total, weight) => total + weight, 0); // a constant stays what it is
    return taps.map((weight) => weight / sum);
  };
  return { reach, weights, kept: new Map() };
}

function convolve(
  samples: Float32Array,
  { reach, weights, kept }: Filter,
  { up, down }: { up: number; down: number },
): Float32Array {
  const padded = new Float32Array(samples.length + 2 * reach);
  padded.set(samples, reach);
  const out = new Float32Array(Math.ceil(samples.length * up / down));
  for (let n = 0; n < out.length; n++) {
    const phase = (n * down) % up, first = Math.floor(n * down / up) + 1;
    let taps = kept.get(phase);
    if (!taps) {
      taps = weights(phase / up);
      if (up <= mostPhases) kept.set(phase, taps);
    }
    out[n] = dot(padded, first, taps);
  }
  return out;
}

/** The modified Bessel function of order 0, by its series. */
function besselI0(x: number): number {
  const quarter = x * x / 4;
  let sum = 1, term = 1;
  for (let k = 1; term > 1e-17 * sum; k++) {
    term *= quarter / (k * k);
    sum += term;
  }
  return sum;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
