import { assertShape } from "../../core/mod.ts";
import { compiled, fillTensor, tf } from "../../engine/mod.ts";
import { type Chain, chainOf } from "./_chain.ts";
import { recurrentParts } from "./_recurrent_parts.ts";
import { type RecurrentStep, runRow } from "./_row_of_layers.ts";

/** Runs a row of layers on one frame after another. */
export interface FrameRunner {
  /** Numbers of the shape [B, N, F], and states [B, H] -> the answer [B, K] and the states after. */
  advance(frame: Float32Array, shape: [number, number, number], state: tf.Tensor[]): tf.Tensor[];
  dispose(): void;
}

/**
 * The fastest way to run these layers frame by frame: with nothing but a normalisation before the first recurrent layer, that is done
 * here and the rest is one native call, since a few numbers take so little that each further operation would cost as much.
 */
export function frameRunner(layers: readonly tf.layers.Layer[]): FrameRunner {
  const first = layers.findIndex((layer) => recurrentParts(layer)),
    head = layers.slice(0, Math.max(0, first));
  const chain = first < 0 ? null : chainOf(layers.slice(first)), whole = chain?.rest.length === 0;
  if (chain && whole && head.length === 0) return direct(chain);
  if (chain && whole && head.length === 1 && isPlain(head[0]!)) return direct(chain, head[0]);
  return recorded(layers);
}

/** A normalisation of each feature by itself. */
function isPlain(layer: tf.layers.Layer): boolean {
  const { axis, invert } = layer.getConfig();
  return layer.getClassName() === "Normalization" && (axis === -1 || axis === 2) && !invert;
}

function direct(chain: Chain, normalization?: tf.layers.Layer): FrameRunner {
  const scale = normalization && scaleOf(normalization);
  const advance: FrameRunner["advance"] = (frame, [batch, steps, features], state) => {
    assertShape([batch, steps, features], [batch, 1, features], "a frame for a recurrent layer");
    const rows = fillTensor([batch, features], (memory) => {
      memory.set(frame);
      if (!scale) return;
      for (let i = 0; i < memory.length; i++) {
        memory[i] = (frame[i]! - scale.mean[i % features]!) / scale.deviation[i % features]!;
      }
    });
    return tf.tidy(() => {
      const { output, states } = chain.run(rows, state);
      rows.dispose();
      return [output, ...states];
    });
  };
  return { advance, dispose: () => {} };
}

/** What a normalisation was adapted to; training leaves it as it is. */
function scaleOf(layer: tf.layers.Layer): { mean: Float32Array; deviation: Float32Array } {
  const [mean, variance] = layer.getWeights().map((weight) => weight.dataSync<"float32">());
  return { mean: mean!, deviation: variance!.map((value) => Math.max(1e-7, Math.sqrt(value))) };
}

function recorded(layers: readonly tf.layers.Layer[]): FrameRunner {
  const advance = compiled((frame, ...state) => runLayers(layers, frame!, state));
  return {
    advance(frame, shape, state) {
      const tensor = fillTensor(shape, (memory) => memory.set(frame));
      try {
        return advance(tensor, ...state);
      } finally {
        tensor.dispose();
      }
    },
    dispose: () => advance.dispose(),
  };
}

/** A frame [B, 1, F], or a window of samples [B, N, 1], and states [B, H] -> the answer [B, K] and states. */
function runLayers(layers: readonly tf.layers.Layer[], frame: tf.Tensor, state: tf.Tensor[]): tf.Tensor[] {
  const [value, ...next] = runRow(layers, frame, state, step);
  return [tf.squeeze(value!, [1]), ...next];
}

/** A step of a recurrent layer on a frame [B, 1, F]. */
const step: RecurrentStep = (parts, value, states) => {
  assertShape(value.shape, ["batch", 1, "features"], "a frame for a recurrent layer");
  const after = parts.step(tf.squeeze(value, [1]), states);
  return { value: tf.expandDims(after[0]!, 1), states: after };
};
