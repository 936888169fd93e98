import type { tf } from "../../engine/mod.ts";

/** Activations of this library's recurrent layers that stock tfjs computes alike. */
const ACTIVATIONS = new Set("elu linear relu relu6 selu sigmoid softplus softsign tanh".split(" "));

/**
 * Why stock tfjs, in a browser say, can't open a model that `saveModel` wrote, or would say something else with it.
 *
 * Porting note: beside what is told here, stock tfjs throws on sequences of one step.
 *
 * @param model any model
 * @returns one line for each problem, with the layer's name; none where stock tfjs 4.22 opens the model and says the same
 * @example
 * ```ts
 * import { gru } from "unroll/layers/mod.ts";
 * import { stockProblems } from "unroll/models/mod.ts";
 * import { tf } from "unroll/engine/mod.ts";
 * const model = (resetAfter: boolean) => tf.sequential({ layers: [gru({ units: 2, resetAfter, inputShape: [5, 3] })] });
 * stockProblems(model(false)); // []
 * stockProblems(model(true)).length; // 1
 * ```
 */
export function stockProblems(model: tf.LayersModel): string[] {
  const layers = model.layers.flatMap(partsOf), masked = layers.some(makesMask);
  return layers.flatMap((layer) => {
    const problem = problemOf(layer, masked);
    return problem ? [`${layer.name}: stock tfjs ${problem}`] : [];
  });
}

/** A layer and those within it. */
function partsOf(layer: tf.layers.Layer): tf.layers.Layer[] {
  const { layers = [], layer: wrapped, forwardLayer } = layer as unknown as Partial<
    Record<"layer" | "forwardLayer", tf.layers.Layer> & { layers: tf.layers.Layer[] }
  >;
  return [layer, ...[...layers, wrapped, forwardLayer].flatMap((part) => part ? partsOf(part) : [])];
}

function makesMask(layer: tf.layers.Layer): boolean {
  return layer.getClassName() === "Masking" || (layer as unknown as { maskZero?: boolean }).maskZero === true;
}

function problemOf(layer: tf.layers.Layer, masked: boolean): string | null {
  const kind = layer.getClassName(), { activation, recurrentActivation, resetAfter } = layer.getConfig();
  if (kind === "PeepholeLSTM" || kind === "Normalization") return `has no layer ${kind}`;
  if (kind === "Resizing") return "aligns the corners of pictures, and says something else";
  if (kind === "GRU" && resetAfter) return "has the GRU without resetAfter alone";
  const sequences = (layer as unknown as { returnSequences?: boolean }).returnSequences;
  if (kind === "Bidirectional" && masked && sequences) return "says something else at steps that are masked";
  if (!["Bidirectional", "GRU", "LSTM", "SimpleRNN"].includes(kind)) return null;
  const started = layer.inboundNodes.some(({ inputTensors }) => inputTensors.length > 1);
  if (started) return "can't open a layer that is given its first states";
  const other = [activation, recurrentActivation].find((name) => name && !ACTIVATIONS.has(String(name)));
  return other ? `has no activation ${other} with Keras 3's numbers` : null;
}
