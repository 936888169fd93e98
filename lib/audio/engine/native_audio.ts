import { MissingError } from "../../core/mod.ts";
import { fillTensor, readTensor, rfftBlocks, tf } from "../../engine/mod.ts";
import { cutRows } from "./_cut_rows.ts";
import { densePartsProduct } from "./_dense_parts.ts";
import { nativeResample } from "../resampling/_native_resample.ts";
import type { AudioEngine, SpectraJob, UseRows } from "./audio_engine.ts";

/** Numbers of one batch: four megabytes; smaller ones cost more calls than they save of the cache. */
const batch = 2 ** 20;

/** Samples of the frames that are transformed at a time: two such blocks are held, and their transforms. */
const block = 2 ** 18;

/**
 * The features' arithmetic on TensorFlow: real Fourier transforms and logarithms of many frames at once, on all threads, in
 * batches of megabytes, so that little more than eight of them is held beside the result; and products on oneDNN beside them.
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
  return { name: "tensorflow", spectra, product: densePartsProduct, decibels, resample: nativeResample };
}

function spectra(job: SpectraJob, use: UseRows): void {
  const { clips, frames, fftLength, power } = job, bins = Math.floor(fftLength / 2) + 1;
  const rows = clips.length * frames, most = Math.min(rows, Math.max(1, Math.floor(block / fftLength)));
  const window = Float32Array.from(job.window), powers = new Float32Array(power ? most * bins : 0);
  rfftBlocks({
    ...{ rows, length: fftLength, most },
    write: (memory, first) => cutRows({ ...job, window, first }, memory),
    read(complex, first) {
      if (power) use(writePowers(complex, powers.subarray(0, complex.length / 2), power), first);
      else use(complex, first);
    },
  });
}

function writePowers(complex: Float32Array, to: Float32Array, power: 1 | 2): Float32Array {
  for (let i = 0; i < to.length; i++) {
    const at = i << 1, re = complex[at]!, im = complex[at | 1]!;
    const value = re * re + im * im; // in single precision it might be infinite or nothing
    to[i] = power === 1 ? Math.sqrt(value) : value;
  }
  return to;
}

function decibels(values: Float32Array, floor: number, out: Float32Array): void {
  const scale = 10 / Math.LN10;
  for (let first = 0; first < values.length; first += batch) {
    const part = values.subarray(first, first + batch);
    tf.tidy(() => {
      const powers = fillTensor([part.length], (memory) => memory.set(part));
      readTensor(tf.mul(tf.log(tf.maximum(powers, floor)), scale), (memory) => out.set(memory, first));
    });
  }
}
