import { type Link, oneDNNChain, recurrentPath, tf } from "../engine/mod.ts";
import { recurrentParts } from "./_recurrent_parts.ts";

/** A model's first layers as one native call, and the layers that are left. */
export interface Chain {
  /** ids [B] and the states of its layers -> output [B, O] and the states after. */
  run(ids: tf.Tensor, states: tf.Tensor[]): { output: tf.Tensor; states: tf.Tensor[] };
  readonly rest: readonly tf.layers.Layer[];
}

/** What the first layers of a row can be run as; nothing where they can't, or the engine has no such call. */
export function chainOf(layers: readonly tf.layers.Layer[]): Chain | null {
  const working = layers.filter((layer) => layer.getClassName() !== "Dropout");
  const end = working.findIndex((layer, index) => !isLink(layer, index));
  const linked = working.slice(0, end < 0 ? working.length : end), rest = working.slice(linked.length);
  if (recurrentPath() !== "onednn" || linked.length === 0) return null;
  return { run: (ids, states) => oneDNNChain(linked.map(linkOf), { ids, states }), rest };
}

function isLink(layer: tf.layers.Layer, index: number): boolean {
  const kind = layer.getClassName(), parts = recurrentParts(layer);
  if (index === 0) return kind === "Embedding";
  return parts
    ? parts.nativeKind !== undefined
    : kind === "Dense" && layer.getConfig().activation === "linear";
}

function linkOf(layer: tf.layers.Layer): Link {
  const kind = recurrentParts(layer)?.nativeKind ?? layer.getClassName().toLowerCase();
  return { kind, weights: layer.getWeights() } as unknown as Link;
}
