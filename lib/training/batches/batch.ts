import { assertShape, sizeOf } from "../../core/mod.ts";
import { tf } from "../../engine/mod.ts";

/** Numbers with their shape, row after row: what a data room hands over without touching a tensor. */
export interface Values {
  /** The numbers; Float32Array becomes float32, Int32Array int32. */
  values: Float32Array | Int32Array;
  /** Its dimensions; the first one counts samples. */
  shape: number[];
}

/** A tensor, or values that become one. */
export type BatchValue = tf.Tensor | Values;

/** What one training step sees. Whoever makes a tensor disposes it: `fit` disposes only what it made from values. */
export interface Batch {
  /** The input [B, ...], or one for each input of the model. */
  x: BatchValue | BatchValue[];
  /** The labels [B, ...]. */
  y: BatchValue;
  /** Weights [B] or [B, T] that multiply the loss, as in Keras. */
  sampleWeight?: BatchValue;
  /** 1 where a position [B] or [B, T] counts, 0 where loss and metrics leave it out (padding). */
  mask?: BatchValue;
}

/** Batches by epoch: the same epoch gives the same batches. */
export interface Dataset {
  /** How many batches an epoch has. */
  readonly batchesPerEpoch: number;
  /** The batches of an epoch, 0-based. */
  batches(epoch: number): Iterable<Batch> | AsyncIterable<Batch>;
}

/**
 * Makes values into a tensor; a tensor stays as it is.
 *
 * @param value a tensor or values
 * @param what its name in the error
 * @returns the tensor, and whether it was made here (the caller then disposes it)
 * @throws {TypeError} when the shape does not multiply to the number of values
 * @example
 * ```ts
 * import { toTensor } from "unroll/training/mod.ts";
 * const { tensor } = toTensor({ values: new Float32Array([1, 2, 3, 4]), shape: [2, 2] });
 * tensor.dispose();
 * ```
 */
export function toTensor(value: BatchValue, what = "x"): { tensor: tf.Tensor; made: boolean } {
  if (value instanceof tf.Tensor) return { tensor: value, made: false };
  assertShape([value.values.length], [sizeOf(value.shape)], `${what} of shape [${value.shape.join(", ")}]`);
  const dtype = value.values instanceof Int32Array ? "int32" : "float32";
  return { tensor: tf.tensor(value.values, value.shape, dtype), made: true };
}
