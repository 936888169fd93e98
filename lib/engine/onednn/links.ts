import { floatsAt, integersAt } from "../native_memory.ts";
import type { tf } from "../_tf.ts";
import { type KindName, kinds } from "./kinds.ts";
import { openOneDNN } from "./open_library.ts";
import { planFor } from "./plans.ts";
import { precisionFor } from "./precision.ts";
import { check } from "./status.ts";

type Pointer = Deno.PointerObject;

/** A layer of a chain, with its weights as Keras has them; a missing bias is zero. */
export type Link =
  | { readonly kind: "embedding"; readonly weights: readonly [table: tf.Tensor] }
  | { readonly kind: "dense"; readonly weights: readonly [kernel: tf.Tensor, bias?: tf.Tensor] }
  | {
    readonly kind: KindName;
    readonly weights: readonly [kernel: tf.Tensor, recurrentKernel: tf.Tensor, bias?: tf.Tensor];
  };

/** Where a link finds what it reads, and what it writes. */
export interface LinkMemory {
  /** int32 [B] of an embedding, else [B, I] */
  readonly input: Pointer;
  readonly weights: readonly Pointer[];
  /** A number for each weight: the same number, the same values. */
  readonly versions: readonly number[];
  /** h or h and c of a recurrent link, each [B, H]. */
  readonly before: readonly Pointer[];
  readonly after: readonly Pointer[];
  /** [B, width] */
  readonly output: Pointer;
}

/** A link made ready for a batch. */
export interface LinkRun {
  /** O, features of its output. */
  readonly width: number;
  /** Tensors of its state. */
  readonly states: number;
  run(memory: LinkMemory): void;
}

/** Makes a link ready for a batch. */
export function linkRun(link: Link, batch: number): LinkRun {
  if (link.kind === "embedding") return embedding(link.weights[0].shape as [number, number], batch);
  if (link.kind === "dense") return dense(link.weights[0].shape as [number, number], batch);
  const [kernel, recurrentKernel, bias] = link.weights;
  const sizes = { batch, features: kernel.shape[0]!, units: recurrentKernel.shape[0]! };
  return recurrent(link.kind, { ...sizes, hasBias: bias !== undefined });
}

function embedding([rows, width]: [number, number], batch: number): LinkRun {
  return {
    width,
    states: 0,
    run({ input, weights: [table], output }) {
      const ids = integersAt(input, batch), all = floatsAt(table!, rows * width);
      const read = floatsAt(output, batch * width);
      ids.forEach((id, row) => {
        if (id < 0 || id >= rows) throw new RangeError(`Cannot look up a row as one of ${rows}: ${id}`);
        read.set(all.subarray(id * width, (id + 1) * width), row * width);
      });
    },
  };
}

const asItIs = "N".charCodeAt(0);

function dense([inputs, width]: [number, number], batch: number): LinkRun {
  const [rows, columns, shared] = [batch, width, inputs].map(BigInt) as [bigint, bigint, bigint];
  return {
    width,
    states: 0,
    run({ input, weights: [kernel, bias], output }) {
      const { dnnl_sgemm } = openOneDNN()!.functions, sums = floatsAt(output, batch * width);
      if (bias) { for (let row = 0; row < batch; row++) sums.set(floatsAt(bias, width), row * width); }
      check(
        "dnnl_sgemm",
        dnnl_sgemm(
          ...[asItIs, asItIs, rows, columns, shared, 1, input, shared] as const,
          ...[kernel!, columns, bias ? 1 : 0, output, columns] as const,
        ),
      );
    },
  };
}

interface RecurrentSizes {
  readonly batch: number;
  readonly features: number;
  readonly units: number;
  readonly hasBias: boolean;
}

function recurrent(kind: KindName, { batch, features, units, hasBias }: RecurrentSizes): LinkRun {
  const { states, biasParts } = kinds[kind],
    one = { kind, batch, steps: 1, features, units, reversed: false };
  const ownBias = new Float32Array(new ArrayBuffer(4 * biasParts * units));
  let latest: number | undefined;
  return {
    width: units,
    states,
    run({ input, weights: [kernel, recurrentKernel, bias], versions, before, after, output }) {
      const isOwn = !hasBias || kind === "gruResetAfter";
      if (bias && isOwn && versions[2] !== latest) joinBias(floatsAt(bias, 6 * units), ownBias);
      latest = versions[2];
      planFor({ ...one, precision: precisionFor(one) }).infer({
        ...{
          x: input,
          y: output,
          kernel: kernel!,
          recurrentKernel: recurrentKernel!,
          before,
          after,
          versions,
        },
        bias: isOwn ? Deno.UnsafePointer.of(ownBias) : bias!,
      });
    },
  };
}

/** Keras's input and recurrent bias [2, 3 H] as oneDNN has them: sums of the gates', then both of the candidate's [4 H]. */
function joinBias(both: Float32Array, joined: Float32Array): void {
  const units = both.length / 6, gates = 2 * units;
  for (let i = 0; i < gates; i++) joined[i] = both[i]! + both[3 * units + i]!;
  joined.set(both.subarray(gates, 3 * units), gates);
  joined.set(both.subarray(5 * units), 3 * units);
}
