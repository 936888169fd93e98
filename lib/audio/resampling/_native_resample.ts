import { fillTensor, irfft, readTensor, rfft, tf } from "../../engine/mod.ts";
import { fillBlock, keepBlock } from "./_block_job.ts";
import type { BlockJob } from "../engine/audio_engine.ts";

/** Samples of one batch of blocks. */
const batch = 2 ** 19;

/** Resamples blocks in the frequency domain, many at a time. */
export function nativeResample(samples: Float32Array, job: BlockJob, out: Float32Array): void {
  const { length, made, guardOut } = job, blocks = Math.ceil(out.length / (made - 2 * guardOut));
  const most = Math.max(1, Math.floor(batch / Math.max(length, made)));
  for (let first = 0; first < blocks; first += most) {
    const many = Math.min(most, blocks - first);
    tf.tidy(() => {
      const rows = fillTensor([many, length], (memory) => {
        for (let i = 0; i < many; i++) {
          fillBlock(memory.subarray(i * length, (i + 1) * length), samples, { job, block: first + i });
        }
      });
      readTensor(filtered(rows as tf.Tensor2D, job), (memory) => {
        for (let i = 0; i < many; i++) {
          keepBlock(memory.subarray(i * made, (i + 1) * made), out, { job, block: first + i });
        }
      });
    });
  }
}

function filtered(rows: tf.Tensor2D, { length, made, response }: BlockJob): tf.Tensor2D {
  const real = tf.tensor1d(Float32Array.from(response, (h) => h * made / length)); // each length's inverse divides by itself
  const spectrum = tf.slice(rfft(rows), [0, 0], [rows.shape[0], response.length]);
  return irfft(tf.mul(spectrum, tf.complex(real, tf.zerosLike(real))), made);
}
