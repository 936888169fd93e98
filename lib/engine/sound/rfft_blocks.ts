import { rfft } from "./rfft.ts";
import { rfftBeside } from "./_rfft_beside.ts";
import { fillTensor, readTensor } from "../tensor_memory.ts";
import { tensorflow } from "../tensorflow/backend.ts";
import type { tf } from "../_tf.ts";

/** Rows that are transformed some at a time. */
export interface RFFTBlocks {
  /** N, rows in all. */
  rows: number;
  /** Numbers of a row. */
  length: number;
  /** Rows of a block at most. */
  most: number;
  /** Fills the rows [n, length] of a block, the first of which is row `first` of all; the memory isn't cleared, and mustn't be kept. */
  write(memory: Float32Array, first: number): void;
  /** Gets their transforms [n, floor(length / 2) + 1, 2], real and imaginary part by turns, in memory that mustn't be kept. */
  read(memory: Float32Array, first: number): void;
}

/**
 * The Fourier transforms of more real rows than are to be held at once, as {@linkcode rfft} gives them, block by block. Where
 * TensorFlow runs on the CPU it transforms a block while the next one is written and the last one read.
 *
 * @param blocks the rows: how many, where they come from and where their transforms go
 * @throws whatever `write` and `read` throw; nothing is left behind then
 * @throws {EngineError} when TensorFlow refuses
 * @example
 * ```ts
 * import { rfftBlocks, useEngine } from "unroll/engine/mod.ts";
 * await useEngine({ backend: "tensorflow" });
 * const sums = new Float32Array(5);
 * rfftBlocks({
 *   ...{ rows: 5, length: 4, most: 2 },
 *   write: (memory, first) => memory.fill(first),
 *   read: (memory, first) => sums.set(memory.filter((_, i) => i % 6 === 0), first),
 * });
 * sums; // [0, 0, 8, 8, 16]
 * ```
 */
export function rfftBlocks(blocks: RFFTBlocks): void {
  const { rows, length, write, read } = blocks, engine = tensorflow();
  if (rows === 0) return;
  const most = Math.ceil(rows / Math.ceil(rows / blocks.most)); // the last block is hardly smaller than the others
  if (engine && !engine.machine.native.isGpu) return rfftBeside(engine.machine, { ...blocks, most });
  for (let first = 0; first < rows; first += most) {
    const block = fillTensor([Math.min(most, rows - first), length], (memory) => write(memory, first));
    const spectra = rfft(block as tf.Tensor2D);
    try {
      readTensor(spectra, (memory) => read(memory, first));
    } finally {
      spectra.dispose();
      block.dispose();
    }
  }
}
