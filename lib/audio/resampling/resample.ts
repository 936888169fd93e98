import { checkWaveform } from "../_check_waveform.ts";
import { blockJob } from "./_block_job.ts";
import { directResampler } from "./_direct_resampler.ts";
import { resampleFilter } from "./_resample_filter.ts";
import type { Rates, Resampler } from "./_resampler.ts";
import type { AudioEngine, BlockJob } from "../engine/audio_engine.ts";
import { plainAudio } from "../engine/plain_audio.ts";
import type { Waveform } from "../waveform.ts";

/** Options of {@linkcode resample}. */
export interface ResampleOptions {
  /** How far what would be folded back is put down (dB). @default 100 */
  attenuation?: number;
  /** Zero crossings of the filter on either side: twice as many halve the band that is lost, and cost twice. @default 64 */
  zeroCrossings?: number;
  /** What does the arithmetic. @default plainAudio */
  engine?: AudioEngine;
}

/** Longer periods, after which the samples of both rates meet again, make blocks too long: 44,101 to 16,000 Hz has 44,101. */
const longestPeriod = 4096;

/**
 * A sound at another rate, band-limited: `y[n] = Σ x[k] h(n · from / to - k)`, where h is a sinc in Kaiser's window whose stop
 * band begins at half of the lower rate. With the default options what lies above is 100 dB down, and what lies below 90 % of it
 * is kept within 0.001 dB (Smith, "Digital audio resampling"; Kaiser's formulas for window and width).
 *
 * @param sound a waveform of whole samples a second
 * @param sampleRate the rate wanted (Hz), a whole number
 * @param options the filter
 * @returns ceil(n · to / from) samples, counted in whole numbers (librosa now and then has one more, of rounding); the waveform
 * itself where the rate is right already
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
  const resampler = keptResampler(sound.sampleRate, sampleRate, options);
  if (sound.sampleRate === sampleRate) return sound;
  return { samples: resampler(sound.samples, options.engine ?? plainAudio), sampleRate };
}

/** The resamplers last used: a corpus is of few rates, and to make one takes as long as a second of sound. */
const resamplers = new Map<string, Resampler>();
const mostResamplers = 4;

function keptResampler(from: number, to: number, options: ResampleOptions): Resampler {
  const key = `${from} ${to} ${options.attenuation} ${options.zeroCrossings}`;
  const resampler = resamplers.get(key) ?? makeResampler(from, to, options);
  resamplers.delete(key); // the last used is the last in order
  resamplers.set(key, resampler);
  if (resamplers.size > mostResamplers) resamplers.delete(resamplers.keys().next().value!);
  return resampler;
}

function makeResampler(from: number, to: number, options: ResampleOptions): Resampler {
  const filter = resampleFilter(from, to, options), divisor = greatestCommonDivisor(from, to);
  const rates = { up: to / divisor, down: from / divisor };
  return Math.max(rates.up, rates.down) > longestPeriod
    ? directResampler(filter, rates)
    : inBlocks(blockJob(filter, rates), rates);
}

function inBlocks(job: BlockJob, { up, down }: Rates): Resampler {
  return (samples, engine) => {
    const out = new Float32Array(Math.ceil(samples.length * up / down));
    engine.resample(samples, job, out);
    return out;
  };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
