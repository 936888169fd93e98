import { random } from "../../core/mod.ts";
import type { Batch, Dataset } from "./batch.ts";
import type { SequenceLayout } from "./sequence_layout.ts";

/** A sequence of any length with a label for each step. */
export interface LabelledSequence {
  /** [T * stepSize + overlap] or longer: what lies behind is not read. */
  values: Float32Array;
  /** Class numbers [T]. */
  labels: ArrayLike<number>;
}

/** Options of {@linkcode sequenceCrops}. */
export interface SequenceCropsOptions extends SequenceLayout {
  /** L: steps of a crop. */
  steps: number;
  /** Crops a batch. @default 32 */
  batchSize?: number;
  /**
   * "random" takes a crop of each sequence from another place in each epoch, in another order; "all" takes every step once, in crops
   * from the beginning on. @default "random"
   */
  crops?: "random" | "all";
  /** Leaves out sequences that are shorter than a crop, in place of filling them up. @default false */
  dropShorter?: boolean;
  /** A batch is as long as its longest crop needs, in whole multiples of this many steps. @default steps: always L */
  multipleOf?: number;
  /** Where places and orders come from. @default 0 */
  seed?: number;
}

/** A crop: which sequence, from which step, and from which step on it counts. */
interface Crop {
  sequence: LabelledSequence;
  from: number;
  counts: number;
}

/**
 * Batches of crops of one length from sequences of many lengths. What a short sequence lacks is zeros at its end, which the batch's
 * mask leaves out of loss and metrics; a network that also reads backwards sees them. With `crops: "all"` a sequence's last crop begins
 * earlier, where there is room, and the mask leaves out the steps that the one before it had.
 *
 * @param sequences values and labels
 * @param options length, batch size, where crops lie
 * @returns the dataset: x [B, (L * stepSize + overlap) / features, features], labels int32 [B, L], mask [B, L]
 * @throws {RangeError} when a size is not a whole number from 1 (the overlap from 0), `features` doesn't divide what a crop reads, or no crop is left
 * @throws {TypeError} when a sequence's values are fewer than its labels need
 * @example
 * ```ts
 * import { sequenceCrops } from "unroll/training/mod.ts";
 * const sequences = [5, 9].map((length) => ({ values: new Float32Array(2 * length), labels: new Uint8Array(length) }));
 * sequenceCrops(sequences, { steps: 4, stepSize: 2, crops: "all", batchSize: 5 }).batchesPerEpoch; // 1: two and three crops
 * ```
 */
export function sequenceCrops(
  sequences: readonly LabelledSequence[],
  options: SequenceCropsOptions,
): Dataset {
  const { steps, batchSize = 32, crops = "random", dropShorter = false, seed = 0 } = options;
  check(sequences, options);
  const used = dropShorter ? sequences.filter(({ labels }) => labels.length >= steps) : sequences;
  const fixed = crops === "all" ? used.flatMap((sequence) => allCrops(sequence, steps)) : null;
  const count = fixed?.length ?? used.length, batchesPerEpoch = Math.ceil(count / batchSize);
  if (count === 0) {
    throw new RangeError(
      `Cannot crop as at least one sequence of ${steps} steps: there are ${sequences.length}, all shorter`,
    );
  }
  return {
    batchesPerEpoch,
    *batches(epoch) {
      const epochCrops = fixed ?? randomCrops(used, steps, random(seed).fork(`epoch ${epoch}`));
      for (let i = 0; i < count; i += batchSize) yield batchOf(epochCrops.slice(i, i + batchSize), options);
    },
  };
}

/** Every step once; the last crop begins where it ends with the sequence. */
function allCrops(sequence: LabelledSequence, steps: number): Crop[] {
  const { length } = sequence.labels;
  return Array.from({ length: Math.ceil(length / steps) }, (_, i) => {
    const from = Math.max(0, Math.min(i * steps, length - steps));
    return { sequence, from, counts: i * steps };
  });
}

/** One of each sequence, shuffled. */
function randomCrops(
  sequences: readonly LabelledSequence[],
  steps: number,
  chance: ReturnType<typeof random>,
): Crop[] {
  return chance.shuffle(sequences.map((sequence) => {
    const from = chance.integer(0, Math.max(0, sequence.labels.length - steps) + 1);
    return { sequence, from, counts: from };
  }));
}

function batchOf(crops: readonly Crop[], options: SequenceCropsOptions): Batch {
  const { steps, stepSize, overlap = 0, features = stepSize, multipleOf = steps } = options;
  const needed = Math.max(
    ...crops.map(({ sequence, from }) => Math.min(steps, sequence.labels.length - from)),
  );
  const length = Math.min(steps, Math.ceil(needed / multipleOf) * multipleOf), rows = crops.length;
  const width = length * stepSize + overlap, values = new Float32Array(rows * width);
  const labels = new Int32Array(rows * length), mask = new Float32Array(rows * length);
  crops.forEach(({ sequence, from, counts }, row) => {
    const read = Math.min(length, sequence.labels.length - from);
    values.set(
      sequence.values.subarray(from * stepSize, (from + read) * stepSize + overlap).subarray(0, width),
      row * width,
    );
    for (let t = 0; t < read; t++) labels[row * length + t] = sequence.labels[from + t]!;
    mask.fill(1, row * length + counts - from, row * length + read);
  });
  return {
    x: { values, shape: [rows, width / features, features] },
    y: { values: labels, shape: [rows, length] },
    mask: { values: mask, shape: [rows, length] },
  };
}

function check(sequences: readonly LabelledSequence[], options: SequenceCropsOptions): void {
  const { steps, stepSize, overlap = 0, features = stepSize, batchSize = 32, multipleOf = steps } = options;
  for (const [name, size] of Object.entries({ steps, stepSize, features, batchSize, multipleOf })) {
    if (!(Number.isInteger(size) && size >= 1)) {
      throw new RangeError(`Cannot crop as ${name} >= 1, a whole number: ${size}`);
    }
  }
  if (!(Number.isInteger(overlap) && overlap >= 0)) {
    throw new RangeError(`Cannot crop as overlap >= 0, a whole number: ${overlap}`);
  }
  if (stepSize % features !== 0 || overlap % features !== 0) {
    throw new RangeError(
      `Cannot crop as rows of ${features} features: a step has ${stepSize} numbers, the overlap ${overlap}`,
    );
  }
  sequences.forEach(({ values, labels }, i) => {
    const needed = labels.length * stepSize + overlap;
    if (labels.length > 0 && values.length >= needed) return;
    throw new TypeError(
      `Cannot crop sequence ${i} as ${labels.length} labelled steps, ${needed} numbers: it has ${values.length}`,
    );
  });
}
