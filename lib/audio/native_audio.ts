import { MissingError } from "../core/mod.ts";
import { fillTensor, readTensor, rfft, tf } from "../engine/mod.ts";
import type { AudioEngine, Matrix, SpectraJob } from "./audio_engine.ts";

/** Numbers of one batch: four megabytes; smaller ones cost more calls than they save of the cache. */
const batch = 2 ** 20;

/**
 * The features' arithmetic on TensorFlow: real Fourier transforms, matrix products and logarithms of many frames at once, on
 * all threads, in batches of four megabytes, so that little more than that is held beside the result.
 *
 * @returns the engine
 * @throws {MissingError} when TensorFlow is not the backend in use
 * @example
 * ```ts
 * import { nativeAudio, spectrogram } from "unroll/audio/mod.ts";
 * import { useEngine } from "unroll/engine/mod.ts";
 * await useEngine({ backend: "tensorflow" });
 * const samples = Float32Array.from({ length: 16_000 }, (_, i) => Math.sin(2 * Math.PI * 440 * i / 16_000));
 * spectrogram({ samples, sampleRate: 16_000 }, { engine: nativeAudio() }).shape; // [32, 1025]
 * ```
 */
export function nativeAudio(): AudioEngine {
  if (tf.getBackend() !== "tensorflow") {
    throw new MissingError(
      `Cannot work on sound as TensorFlow: the backend is ${tf.getBackend()}; call useEngine({ backend: "tensorflow" })`,
    );
  }
  return { name: "tensorflow", spectra, product, decibels };
}

function spectra(job: SpectraJob): Float32Array {
  const { padded, frames, fftLength, power } = job, bins = Math.floor(fftLength / 2) + 1;
  const size = power ? bins : 2 * bins, out = new Float32Array(padded.length * frames * size);
  const most = Math.max(1, Math.floor(batch / fftLength));
  const scratch = new Float32Array(Math.min(frames, most) * fftLength);
  padded.forEach((clip, index) => {
    for (let first = 0; first < frames; first += most) {
      const count = Math.min(most, frames - first), from = (index * frames + first) * size;
      const to = out.subarray(from, from + count * size), input = scratch.subarray(0, count * fftLength);
      cut(clip, job, { first, to: input });
      const rows = fillTensor([count, fftLength], (memory) => memory.set(input));
      const spectrum = rfft(rows as tf.Tensor2D);
      readTensor(spectrum, (memory) => power ? writePowers(memory, to, power) : to.set(memory));
      tf.dispose([rows, spectrum]);
    }
  });
  return out;
}

/** Windowed frames from `first` on, as many as there is room for; what lies behind the window stays zero. */
function cut(
  clip: Float32Array,
  { hopLength, window, fftLength }: SpectraJob,
  { first, to }: { first: number; to: Float32Array },
): void {
  const { length } = window;
  for (let at = 0, from = first * hopLength; at < to.length; at += fftLength, from += hopLength) {
    for (let i = 0; i < length; i++) to[at + i] = clip[from + i]! * window[i]!;
  }
}

function writePowers(complex: Float32Array, to: Float32Array, power: 1 | 2): void {
  for (let i = 0; i < to.length; i++) {
    const re = complex[2 * i]!, im = complex[2 * i + 1]!;
    to[i] = re * re + im * im;
  }
  if (power === 1) { for (let i = 0; i < to.length; i++) to[i] = Math.sqrt(to[i]!); }
}

function product(values: Float32Array, { values: weights, shape }: Matrix): Float32Array {
  const [rows, columns] = shape, matrix = tf.tensor2d(weights, shape);
  const out = inBatches(values, [rows, columns], (tensor) => tf.matMul(tensor, matrix));
  matrix.dispose();
  return out;
}

function decibels(values: Float32Array, floor: number): Float32Array {
  return inBatches(values, [1, 1], (tensor) => tf.mul(tf.log(tf.maximum(tensor, floor)), 10 / Math.LN10));
}

/** Rows of `from` numbers to rows of `to` numbers. */
function inBatches(
  values: Float32Array,
  [from, to]: readonly [number, number],
  work: (rows: tf.Tensor2D) => tf.Tensor,
): Float32Array {
  const count = values.length / from, out = new Float32Array(count * to);
  const most = Math.max(1, Math.floor(batch / Math.max(from, to)));
  for (let first = 0; first < count; first += most) {
    const last = Math.min(count, first + most), part = values.subarray(first * from, last * from);
    tf.tidy(() => {
      const rows = fillTensor([last - first, from], (memory) => memory.set(part)) as tf.Tensor2D;
      readTensor(work(rows), (memory) => out.set(memory, first * to));
    });
  }
  return out;
}
