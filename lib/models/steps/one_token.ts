import { assertShape } from "../../core/mod.ts";
import { compiled, tf } from "../../engine/mod.ts";
import { chainOf } from "./_chain.ts";
import { recurrentParts } from "./_recurrent_parts.ts";
import { type RecurrentStep, rowOfLayers, runRow, stateSizes } from "./_row_of_layers.ts";

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
  const layers = rowOfLayers(model, "token");
  layers.forEach(checkLayer);
  const sizes = stateSizes(layers);
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

/** ids [B] and states [B, H] -> logits [B, V] and states. */
function runModel(layers: readonly tf.layers.Layer[], ids: tf.Tensor, state: tf.Tensor[]): tf.Tensor[] {
  const chain = chainOf(layers);
  if (!chain) return runRow(layers, ids, state, step);
  const count = state.length - stateSizes(chain.rest).length;
  const { output, states } = chain.run(ids, state.slice(0, count));
  const [logits, ...after] = runRow(chain.rest, output, state.slice(count), step);
  return [logits!, ...states, ...after];
}

/** A step of a recurrent layer on [B, F]. */
const step: RecurrentStep = (parts, value, states) => {
  const after = parts.step(value, states);
  return { value: after[0]!, states: after };
};

const EACH_STEP = new Set(["Embedding", "Dense", "Dropout", "Activation", "LayerNormalization", "ReLU"]);

function checkLayer(layer: tf.layers.Layer): void {
  const kind = layer.getClassName(), parts = recurrentParts(layer);
  if (parts ? !parts.goBackwards : EACH_STEP.has(kind)) return;
  throw new TypeError(`Cannot run ${layer.name} as a layer that works step by step: it is a ${kind}`);
}
