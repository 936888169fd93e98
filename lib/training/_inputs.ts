import { tf } from "../engine/mod.ts";
import { type Batch, type BatchValue, toTensor } from "./batches/batch.ts";

/** A batch as a flat list of tensors: inputs, labels, then weights and mask where they are there. */
export interface Flat {
  tensors: tf.Tensor[];
  layout: Layout;
  /** How many samples the batch has. */
  size: number;
  /** Frees what was made from values. */
  dispose(): void;
}

/** Which tensor is which. */
export interface Layout {
  inputs: number;
  weight: boolean;
  mask: boolean;
}

/** The parts of a batch again. */
export interface Parts {
  inputs: tf.Tensor[];
  labels: tf.Tensor;
  sampleWeight: tf.Tensor | null;
  mask: tf.Tensor | null;
}

/** Flattens a batch and checks that its parts have the same number of samples. */
export function flatten(batch: Batch, model: tf.LayersModel): Flat {
  const inputs = Array.isArray(batch.x) ? batch.x : [batch.x];
  if (inputs.length !== model.inputs.length) {
    throw new TypeError(`Cannot feed a batch as ${model.inputs.length} inputs: it has ${inputs.length}`);
  }
  const named: [string, BatchValue | undefined][] = [
    ...inputs.map((x): [string, BatchValue] => ["x", x]),
    ["y", batch.y],
    ["sampleWeight", batch.sampleWeight],
    ["mask", batch.mask],
  ];
  const all = named.flatMap(([name, value]) => value === undefined ? [] : [toTensor(value, name)]);
  const size = all[0]!.tensor.shape[0] ?? 0;
  const dispose = () => all.forEach(({ tensor, made }) => made && tensor.dispose());
  const other = all.find(({ tensor }) => tensor.shape[0] !== size);
  if (other || size === 0) {
    const rows = all.map(({ tensor }) => tensor.shape[0] ?? "none");
    dispose();
    throw new TypeError(`Cannot use a batch as the same number of rows > 0 throughout: ${rows.join(", ")}`);
  }
  const layout = {
    inputs: inputs.length,
    weight: batch.sampleWeight !== undefined,
    mask: batch.mask !== undefined,
  };
  return { tensors: all.map(({ tensor }) => tensor), layout, size, dispose };
}

/** Undoes `flatten`. */
export function unflatten(tensors: tf.Tensor[], { inputs, weight, mask }: Layout): Parts {
  const rest = tensors.slice(inputs + 1);
  return {
    inputs: tensors.slice(0, inputs),
    labels: tensors[inputs]!,
    sampleWeight: weight ? rest[0]! : null,
    mask: mask ? rest.at(-1)! : null,
  };
}

/** Both masks as one. */
export function bothMasks(one: tf.Tensor | null, other: tf.Tensor | null): tf.Tensor | null {
  return one && other ? tf.mul(one.toFloat(), other.toFloat()) : one ?? other;
}
