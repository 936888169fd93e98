import { assertShape } from "../core/mod.ts";
import { compiled, tf } from "../engine/mod.ts";
import { chainOf } from "./_chain.ts";
import { recurrentParts } from "./_recurrent_parts.ts";

/** A sequence model that reads one token of each text at a time; its recurrent state stays on the device. */
export interface OneToken {
  /** Zeros for `batch` texts: one tensor [B, H] for each state of each recurrent layer. */
  start(batch: number): tf.Tensor[];
  /** Reads ids [B]; returns logits [B, V] and the new state. The caller disposes both, and the old state. */
  step(ids: Int32Array, state: tf.Tensor[]): { logits: tf.Tensor2D; state: tf.Tensor[] };
  /** Frees what was recorded; the model stays. */
  dispose(): void;
}

/**
 * Runs a trained sequence model one token at a time, on its own weights: what training changes is seen at the next step.
 *
 * @param model layers in a row: embedding, recurrent layers of this library, layers that work on each step alone
 * @returns the stepper, which text generation takes
 * @throws {TypeError} when a layer needs more than one step at a time, or the model is not a row of layers
 * @example
 * ```ts
 * import { characterGRU, oneToken } from "unroll/models/mod.ts";
 * const stepper = oneToken(characterGRU({ vocabularySize: 5, embedding: 2, units: 4 }));
 * const { logits, state } = stepper.step(new Int32Array([3]), stepper.start(1)); // [1, 5], [[1, 4]]
 * ```
 */
export function oneToken(model: tf.LayersModel): OneToken {
  if (!(model instanceof tf.Sequential)) {
    throw new TypeError(
      `Cannot run ${model.name} one token at a time as a row of layers: it is not a tf.sequential`,
    );
  }
  const layers = model.layers.filter((layer) => layer.getClassName() !== "InputLayer");
  layers.forEach(checkLayer);
  const sizes = sizesOf(layers);
  const advance = compiled((ids, ...state) => runModel(layers, ids!, state));
  return {
    start: (batch) => sizes.map((units) => tf.zeros([batch, units])),
    step(ids, state) {
      assertShape(state.map(({ shape }) => shape[1]!), sizes, "a model's state");
      const tensor = tf.tensor1d(ids, "int32"), [logits, ...next] = advance(tensor, ...state);
      tensor.dispose();
      return { logits: logits as tf.Tensor2D, state: next };
    },
    dispose: () => advance.dispose(),
  };
}

/** H of each state. */
function sizesOf(layers: readonly tf.layers.Layer[]): number[] {
  return layers.flatMap((layer) => {
    const parts = recurrentParts(layer);
    return parts ? new Array<number>(parts.stateCount).fill(parts.units) : [];
  });
}

/** ids [B] and states [B, H] -> logits [B, V] and states. */
function runModel(layers: readonly tf.layers.Layer[], ids: tf.Tensor, state: tf.Tensor[]): tf.Tensor[] {
  const chain = chainOf(layers);
  if (!chain) return runLayers(layers, ids, state);
  const count = state.length - sizesOf(chain.rest).length;
  const { output, states } = chain.run(ids, state.slice(0, count));
  const [logits, ...after] = runLayers(chain.rest, output, state.slice(count));
  return [logits!, ...states, ...after];
}

/** The first layer's input and states [B, H] -> the last one's output [B, O] and states. */
function runLayers(layers: readonly tf.layers.Layer[], first: tf.Tensor, state: tf.Tensor[]): tf.Tensor[] {
  const next: tf.Tensor[] = [];
  let value = first;
  for (const layer of layers) {
    const parts = recurrentParts(layer);
    if (!parts) {
      value = layer.apply(value) as tf.Tensor;
      continue;
    }
    const after = parts.step(value, state.slice(next.length, next.length + parts.stateCount));
    next.push(...after);
    value = after[0]!;
  }
  return [value, ...next];
}

const EACH_STEP = new Set(["Embedding", "Dense", "Dropout", "Activation", "LayerNormalization", "ReLU"]);

function checkLayer(layer: tf.layers.Layer): void {
  const kind = layer.getClassName(), parts = recurrentParts(layer);
  if (parts ? !parts.goBackwards : EACH_STEP.has(kind)) return;
  throw new TypeError(`Cannot run ${layer.name} as a layer that works step by step: it is a ${kind}`);
}
