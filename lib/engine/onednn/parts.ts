import { sizeOf } from "../../core/mod.ts";
import { floatsAt } from "../native_memory.ts";
import { kinds } from "./kinds.ts";
import type { BackwardTensors, ForwardTensors } from "./ports.ts";
import type { PlanShape } from "./shapes.ts";

type Pointer = Deno.PointerValue;

/** Rows of a batch that one thread computes. */
export interface Part {
  readonly first: number;
  readonly shape: PlanShape;
  /** Room for what these rows give to the gradients of kernel, recurrent kernel and bias. */
  readonly sums: readonly Float32Array<ArrayBuffer>[];
}

/** Parts of a batch as equal as can be. */
export function partsOf(shape: PlanShape, count: number): Part[] {
  const { batch, features, units } = shape, { gates, biasParts } = kinds[shape.kind];
  const starts = Array.from({ length: count + 1 }, (_, part) => Math.round(batch * part / count));
  return starts.slice(0, -1).map((first, part) => ({
    first,
    shape: { ...shape, batch: starts[part + 1]! - first },
    sums: [[features, gates, units], [units, gates, units], [biasParts, units]]
      .map((dims) => new Float32Array(new ArrayBuffer(4 * sizeOf(dims)))),
  }));
}

/** The tensors from a row on. */
export function rows(
  tensors: ForwardTensors,
  { steps, features, units }: PlanShape,
  first: number,
): ForwardTensors {
  const state = (pointer: Pointer): Pointer => further(pointer, first * units);
  return {
    ...tensors,
    x: further(tensors.x, first * steps * features),
    y: further(tensors.y, first * steps * units),
    before: tensors.before?.map(state),
    after: tensors.after.map(state),
  };
}

/** The tensors of a gradient from a part's first row on; the weights' gradients go to the part's own room. */
export function gradientRows(tensors: BackwardTensors, shape: PlanShape, part: Part): BackwardTensors {
  const { steps, features, units } = shape, { first, sums } = part;
  const state = (pointer: Pointer): Pointer => further(pointer, first * units);
  const [dKernel, dRecurrentKernel, dBias] = sums.map((sum) => Deno.UnsafePointer.of(sum));
  return {
    ...tensors,
    ...rows(tensors, shape, first),
    ...{ dKernel: dKernel!, dRecurrentKernel: dRecurrentKernel!, dBias: dBias! },
    dx: further(tensors.dx, first * steps * features),
    dy: tensors.dy && further(tensors.dy, first * steps * units),
    dAfter: tensors.dAfter.map((pointer) => pointer && state(pointer)),
    dBefore: tensors.dBefore.map(state),
  };
}

/** Adds a part's gradients of weights to the whole's. */
export function addSums(tensors: BackwardTensors, sums: Part["sums"]): void {
  const { dKernel, dRecurrentKernel, dBias } = tensors;
  [dKernel, dRecurrentKernel, dBias].forEach((pointer, index) => {
    const sum = sums[index]!, total = floatsAt(pointer!, sum.length);
    for (let i = 0; i < total.length; i++) total[i]! += sum[i]!;
  });
}

/** So many float32 numbers after a pointer. */
function further(pointer: Pointer, numbers: number): Pointer {
  return Deno.UnsafePointer.offset(pointer!, 4 * numbers);
}
