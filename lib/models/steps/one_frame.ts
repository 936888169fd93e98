import { assertShape } from "../../core/mod.ts";
import { tf } from "../../engine/mod.ts";
import { frameRunner } from "./_frame_runner.ts";
import { recurrentParts } from "./_recurrent_parts.ts";
import { rowOfLayers, stateSizes } from "./_row_of_layers.ts";

/** A model of frames that reads one frame of each recording at a time; its recurrent state stays on the device. */
export interface OneFrame {
  /** Zeros for `batch` recordings: one tensor [B, H] for each state of each recurrent layer. */
  start(batch: number): tf.Tensor[];
  /** Reads a frame [B, …]: features, or a window of samples; returns the answer [B, K] and the new state. The caller disposes both, and the old state. */
  step(frame: Float32Array, state: tf.Tensor[]): { output: tf.Tensor2D; state: tf.Tensor[] };
  /** Frees what was recorded; the model stays. */
  dispose(): void;
}

/**
 * Runs a trained model of frames one frame at a time, on its own weights: what training changes is seen at the next step.
 *
 * @param model layers in a row that answer at every frame, the recurrent ones of this library and forwards
 * @returns the stepper, which `voiceDetector` builds on
 * @throws {TypeError} when a layer needs more than one frame at a time, or the model is not a row of layers; from `step` when a frame
 * or a state doesn't fit
 * @example
 * ```ts
 * import { oneFrame, voiceActivityLSTM } from "unroll/models/mod.ts";
 * const stepper = oneFrame(voiceActivityLSTM({ features: 3, units: [4] }));
 * const { output, state } = stepper.step(new Float32Array(3), stepper.start(1)); // [1, 1], [[1, 4], [1, 4]]
 * ```
 */
export function oneFrame(model: tf.LayersModel): OneFrame {
  const layers = rowOfLayers(model, "frame");
  layers.forEach(checkLayer);
  const sizes = stateSizes(layers), features = model.inputs[0]!.shape.at(-1)!;
  const { advance, dispose } = frameRunner(layers);
  return {
    start: (batch) => sizes.map((units) => tf.zeros([batch, units])),
    step(frame, state) {
      assertShape(state.map(({ shape }) => shape[1]!), sizes, "a model's state");
      const batch = state[0]?.shape[0] ?? 1, steps = frame.length / batch / features;
      if (!(Number.isInteger(steps) && steps >= 1)) {
        throw new TypeError(
          `Cannot read a frame of ${batch} recordings as ${features} features each: it has ${frame.length} numbers`,
        );
      }
      const [output, ...next] = advance(frame, [batch, steps, features], state);
      return { output: output as tf.Tensor2D, state: next };
    },
    dispose,
  };
}

const EACH_FRAME = new Set([
  ...["Dense", "Normalization", "LayerNormalization", "Reshape", "Activation", "ReLU", "Dropout"],
  ...["LogCompression", "WindowConv1D"],
]);

/** Convolutions along a frame's features alone. */
const ALONG_FEATURES = new Set(["Conv2D", "MaxPooling2D"]);

function checkLayer(layer: tf.layers.Layer): void {
  const kind = layer.getClassName(), parts = recurrentParts(layer), config = layer.getConfig();
  const rows = (config.kernelSize ?? config.poolSize) as number[] | undefined;
  const flat = ALONG_FEATURES.has(kind) && config.padding === "valid" && rows?.[0] === 1;
  if (parts ? !parts.goBackwards : flat || EACH_FRAME.has(kind)) return;
  throw new TypeError(`Cannot run ${layer.name} as a layer that works frame by frame: it is a ${kind}`);
}
