import { tf } from "../engine/mod.ts";
import type { Cell, CellOptions, MakeCell, PastStep, Step } from "./_cell.ts";

/** What goes into a recurrence. */
export interface RecurrenceInputs {
  /** The projected input x · W + b, [B, T, G * H]. */
  readonly x: tf.Tensor;
  /** The state before the first step, [h] or [h, c], each [B, H]. */
  readonly states: tf.Tensor[];
  /** The cell's own weights, the recurrent kernel first. */
  readonly weights: tf.Tensor[];
}

/** How a recurrence runs. */
export interface RecurrenceOptions extends CellOptions {
  /** h of every step, not of the last alone. */
  readonly sequence: boolean;
  /** The carry after the last step too, as one more step at the end. */
  readonly withCarry: boolean;
  /** Steps that count, bool [B, T]; the state passes unchanged through the others. */
  readonly mask?: tf.Tensor;
}

/**
 * Runs a cell over time: one small loop forward, one backward, and the weight gradients in one product at the end.
 * The input projection stays outside: it is one product for all steps, and tfjs differentiates it itself.
 *
 * @param makeCell the cell
 * @param inputs the projected input, the initial state and the cell's weights: what gradients go to
 * @param options the cell's options, the mask, and what to give back
 * @returns `h[b, t]` for every step or the last one, then the carry where asked for: [B, steps, H]
 */
export function recurrence(
  makeCell: MakeCell,
  inputs: RecurrenceInputs,
  options: RecurrenceOptions,
): tf.Tensor {
  const { noise, mask } = options, masks = mask ? [mask] : [], stateCount = inputs.states.length;
  const op = tf.customGrad((...args) => {
    const save = args.pop() as (tensors: tf.Tensor[]) => void;
    const [x, ...rest] = args as tf.Tensor[];
    const states = rest.slice(0, stateCount) as tf.Tensor[], weights = rest.slice(stateCount);
    const steps = forward(makeCell(weights, options), x!, states, mask);
    save([
      ...weights,
      ...noise,
      ...masks,
      ...states,
      ...steps.flatMap(({ state, kept }) => [...state, ...kept]),
    ]);
    const shape = { weights: weights.length, noise: noise.length, masks: masks.length, states: stateCount };
    const kept = steps[0]!.kept.length;
    return {
      value: outputs(steps, options),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => {
        const take = taker(saved);
        const weights = take(shape.weights), noise = take(shape.noise), [mask] = take(shape.masks);
        const cell = makeCell(weights, { ...options, noise });
        const initial = take(shape.states);
        const past = steps.map(() => ({ state: take(shape.states), kept: take(kept) }));
        return backward(cell, dy, { initial, steps: past, mask, ...options });
      },
    };
  });
  return op(inputs.x, ...inputs.states, ...inputs.weights);
}

function forward(cell: Cell, x: tf.Tensor, initial: tf.Tensor[], mask: tf.Tensor | undefined): Step[] {
  const masks = mask && tf.split(mask, mask.shape[1]!, 1); // T of [B, 1]
  const steps: Step[] = [];
  let before = initial;
  for (const [t, input] of tf.unstack(x, 1).entries()) {
    const step = cell.forward(input, before);
    const state = masks ? step.state.map((after, i) => tf.where(masks[t]!, after, before[i]!)) : step.state;
    steps.push({ state, kept: step.kept });
    before = state;
  }
  return steps;
}

function outputs(steps: Step[], { sequence, withCarry }: RecurrenceOptions): tf.Tensor {
  const last = steps.at(-1)!, shown = (sequence ? steps : [last]).map((step) => step.state[0]!);
  return tf.stack(withCarry ? [...shown, last.state[1]!] : shown, 1) as tf.Tensor;
}

interface Past {
  readonly initial: tf.Tensor[];
  readonly steps: Step[];
  readonly mask?: tf.Tensor;
  readonly sequence: boolean;
  readonly withCarry: boolean;
}

function backward(
  cell: Cell,
  dy: tf.Tensor,
  { initial, steps, mask, sequence, withCarry }: Past,
): tf.Tensor[] {
  const masks = mask && tf.split(mask, mask.shape[1]!, 1), shown = tf.unstack(dy, 1) as tf.Tensor[];
  const zeros = tf.zerosLike(initial[0]!), last = steps.length - 1;
  const past: PastStep[] = new Array(steps.length);
  let dState = initial.map((_, i) => i === 1 && withCarry ? shown.pop()! : zeros);
  for (let t = last; t >= 0; t--) {
    const seen = sequence ? shown[t] : t === last ? shown[0] : undefined;
    const dAfter = seen ? [tf.add(dState[0]!, seen), ...dState.slice(1)] as tf.Tensor[] : dState;
    const through = masks ? dAfter.map((d) => tf.where(masks[t]!, d, zeros)) : dAfter;
    const before = t > 0 ? steps[t - 1]!.state : initial;
    const gradient = cell.backward(through, steps[t]!, before);
    dState = masks
      ? gradient.dState.map((d, i) => tf.where(masks[t]!, d, dAfter[i]!)) as tf.Tensor[]
      : gradient.dState;
    past[t] = { ...steps[t]!, ...gradient, before };
  }
  const weights = cell.weightGradients((pick) => tf.concat(past.map(pick), 0));
  return [tf.stack(past.map(({ dx }) => dx), 1), ...dState, ...weights];
}

/** Takes tensors off a list from its start. */
function taker(tensors: tf.Tensor[]): (count: number) => tf.Tensor[] {
  let position = 0;
  return (count) => tensors.slice(position, position += count) as tf.Tensor[];
}
