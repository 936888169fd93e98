import { nativeCall } from "../recording/native_call.ts";
import { floatsAt } from "../native_memory.ts";
import type { NativeRun } from "../recording/tape.ts";
import { tf } from "../_tf.ts";
import { differentiable, isTaped } from "./_differentiable.ts";
import { type KindName, kinds } from "./kinds.ts";
import { planFor, planName } from "./plans.ts";
import { precisionFor } from "./precision.ts";
import type { PlanShape } from "./shapes.ts";

/** What goes into a recurrent primitive, and what gradients go to. */
export interface RecurrentTensors {
  /** [B, T, F] */
  readonly x: tf.Tensor;
  /** The state before the first step, [h] or [h, c], each [B, H]; zeros where missing. */
  readonly before?: readonly tf.Tensor[];
  /** [F, G * H] */
  readonly kernel: tf.Tensor;
  /** [H, G * H] */
  readonly recurrentKernel: tf.Tensor;
  /** [G' * H]: `gruResetAfter` has a fourth part, the candidate's recurrent bias; zeros where missing. */
  readonly bias?: tf.Tensor;
}

/** Which primitive, and what it gives back. */
export interface RecurrentOptions {
  /** The network. */
  readonly kind: KindName;
  /** From the last step to the first; y stays in the input's order. @default false */
  readonly reversed?: boolean;
  /** h of every step. @default true */
  readonly sequence?: boolean;
  /** The state after the last step. @default false */
  readonly states?: boolean;
}

/** What a recurrent primitive gives. */
export interface RecurrentResult {
  /** h of every step [B, T, H]; only with `sequence`. */
  readonly y?: tf.Tensor;
  /** The state after the last step, [h] or [h, c]; h alone without `states`, nothing if y is there. */
  readonly after: readonly tf.Tensor[];
}

/**
 * Runs a recurrent network on oneDNN, with a gradient to every input. Gates are in Keras's order: i, f, c, o and z, r, h.
 *
 * @param tensors input, initial state and weights, on the TensorFlow backend's CPU
 * @param options which network, which way, and what to give back
 * @returns h of every step, the state after the last one, or both
 * @throws {EngineError} when oneDNN has no primitive for the shapes
 * @see https://uxlfoundation.github.io/oneDNN/dev_guide_rnn.html
 * @example
 * ```ts
 * import { oneDNNRecurrent, tf, useEngine } from "unroll/engine/mod.ts";
 * await useEngine({ backend: "tensorflow" });
 * const [x, kernel, recurrentKernel] = [tf.ones([1, 5, 3]), tf.zeros([3, 8]), tf.zeros([2, 8])];
 * oneDNNRecurrent({ x, kernel, recurrentKernel }, { kind: "lstm" }).y; // [1, 5, 2]
 * ```
 */
export function oneDNNRecurrent(tensors: RecurrentTensors, options: RecurrentOptions): RecurrentResult {
  const { sequence = true, states = false } = options, shape = shapeOf(tensors, options);
  const { biasParts } = kinds[shape.kind];
  const bias = tensors.bias ?? tf.zeros([biasParts * shape.units]);
  const inputs = [tensors.x, tensors.kernel, tensors.recurrentKernel, bias, ...tensors.before ?? []];
  const shown = [sequence, states || !sequence, states && kinds[shape.kind].states === 2];
  const outputs = differentiable(inputs, (save) => {
    const all = forward(shape, inputs);
    save([...inputs, ...all]);
    return all.filter((_, index) => shown[index]);
  }, (gradients, saved) => {
    const given = shown.map((isShown) => isShown ? gradients.shift() : undefined);
    return backward(shape, {
      saved,
      before: tensors.before !== undefined,
      dy: given[0],
      dAfter: given.slice(1),
    });
  });
  return sequence ? { y: outputs[0]!, after: outputs.slice(1) } : { after: outputs };
}

function shapeOf(
  { x, recurrentKernel }: RecurrentTensors,
  { kind, reversed = false }: RecurrentOptions,
): PlanShape {
  const [batch, steps, features] = x.shape as [number, number, number];
  const shape = { kind, batch, steps, features, units: recurrentKernel.shape[0]!, reversed };
  return { ...shape, precision: precisionFor(shape) };
}

/** [y, h, (c), (where a gradient may follow, the ticket to what it needs)] */
function forward(shape: PlanShape, inputs: tf.Tensor[]): tf.Tensor[] {
  const { batch, steps, units } = shape, { states } = kinds[shape.kind], training = isTaped();
  const shapes = [
    [batch, steps, units],
    ...new Array<number[]>(states).fill([batch, units]),
    ...training ? [[1]] : [],
  ];
  const name = `oneDNN ${training ? "train" : "infer"} ${planName(shape)}`;
  const run: NativeRun = (pointers, [y, ...rest], numbers) => {
    const [x, kernel, recurrentKernel, bias, ...before] = pointers;
    const after = rest.slice(0, states), plan = planFor(shape);
    const tensors = {
      ...{ x: x!, kernel: kernel!, recurrentKernel: recurrentKernel!, bias: bias!, y: y!, after },
      before: before.length > 0 ? before : undefined,
      versions: numbers.slice(1, 3),
    };
    if (training) floatsAt(rest[states]!, 1)[0] = plan.train(tensors);
    else plan.infer(tensors);
  };
  return nativeCall(inputs, { name, shapes, run });
}

interface Given {
  readonly saved: tf.Tensor[];
  /** The initial state is among the inputs. */
  readonly before: boolean;
  readonly dy: tf.Tensor | undefined;
  readonly dAfter: (tf.Tensor | undefined)[];
}

/** Gradients to x, kernel, recurrentKernel, bias and the initial state. */
function backward(shape: PlanShape, { saved, before, dy, dAfter }: Given): tf.Tensor[] {
  const { states } = kinds[shape.kind], count = before ? states : 0;
  const inputs = saved.slice(0, 4 + count), { batch, units } = shape;
  const dStates = dAfter.slice(0, states);
  const given = [dy, ...dStates].filter((gradient) => gradient !== undefined);
  const shapes = [
    ...inputs.slice(0, 4).map((input) => input.shape),
    ...new Array(states).fill([batch, units]),
  ];
  const flags = [before, dy, ...dStates].map((given) => given ? "1" : "0").join("");
  const name = `oneDNN backward ${flags} ${planName(shape)}`;
  const results = nativeCall([...saved, ...given], {
    name,
    shapes,
    run: (pointers, outputs, numbers) => {
      const rest = [...pointers], take = (size: number): Deno.PointerObject[] => rest.splice(0, size);
      const [x, kernel, recurrentKernel, bias] = take(4), initial = before ? take(states) : undefined;
      const [y] = take(1), after = take(states), ticket = floatsAt(take(1)[0]!, 1)[0]!;
      const gradientToY = dy ? take(1)[0] : undefined;
      const gradientsAfter = dStates.map((gradient) => gradient ? take(1)[0] : undefined);
      const [dx, dKernel, dRecurrentKernel, dBias, ...dBefore] = outputs;
      planFor(shape).backward({
        ...{ x: x!, kernel: kernel!, recurrentKernel: recurrentKernel!, bias: bias!, y: y!, ticket },
        ...{ before: initial, after, dy: gradientToY, dAfter: gradientsAfter, versions: numbers.slice(1, 3) },
        ...{ dx: dx!, dKernel: dKernel!, dRecurrentKernel: dRecurrentKernel!, dBias: dBias!, dBefore },
      });
    },
  });
  const kept = results.slice(0, 4 + count);
  results.slice(4 + count).forEach((unwanted) => unwanted.dispose());
  return kept;
}
