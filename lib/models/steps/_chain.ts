import { type Link, oneDNNChain, recurrentPath, tf } from "../../engine/mod.ts";
import { recurrentParts } from "./_recurrent_parts.ts";

/** A model's first layers as one native call, and the layers that are left. */
export interface Chain {
  /** ids [B], or a frame [B, F], and the states of its layers -> output [B, O] and the states after. */
  run(input: tf.Tensor, states: tf.Tensor[]): { output: tf.Tensor; states: tf.Tensor[] };
  readonly rest: readonly tf.layers.Layer[];
}

/** What the first layers of a row can be run as; nothing where they can't, or the engine has no such call. */
export function chainOf(layers: readonly tf.layers.Layer[]): Chain | null {
  const working = layers.filter((layer) => layer.getClassName() !== "Dropout");
  const end = working.findIndex((layer, index) => !isLink(layer, index, working.length));
  const linked = working.slice(0, end < 0 ? working.length : end), rest = working.slice(linked.length);
  if (recurrentPath() !== "onednn" || linked.length === 0) return null;
  const activate = ANSWERS[String(linked.at(-1)!.getConfig().activation)] ?? ((output: tf.Tensor) => output);
  const run: Chain["run"] = (ids, states) => {
    const after = oneDNNChain(linked.map(linkOf), { ids, states });
    return { output: activate(after.output), states: after.states };
  };
  return { run, rest };
}

/** What the last layer of all may do to its product. */
const ANSWERS: Readonly<Record<string, (output: tf.Tensor) => tf.Tensor>> = {
  sigmoid: (output) => tf.sigmoid(output),
  softmax: (output) => tf.softmax(output),
};

function isLink(layer: tf.layers.Layer, index: number, count: number): boolean {
  const kind = layer.getClassName(), parts = recurrentParts(layer);
  if (parts) return parts.nativeKind !== undefined;
  if (index === 0) return kind === "Embedding";
  const activation = String(layer.getConfig().activation), isLast = index === count - 1;
  return kind === "Dense" && (activation === "linear" || (isLast && activation in ANSWERS));
}

function linkOf(layer: tf.layers.Layer): Link {
  const kind = recurrentParts(layer)?.nativeKind ?? layer.getClassName().toLowerCase();
  return { kind, weights: layer.getWeights() } as unknown as Link;
}
