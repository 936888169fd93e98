import { tf } from "../../engine/mod.ts";
import { bidirectional, lstm } from "../../layers/mod.ts";

/** Layers that answer at every step. */
export function recurrentLayers(
  units: readonly number[],
  { both = false, seed }: { both?: boolean; seed: number },
): tf.layers.Layer[] {
  return units.map((size, i) => {
    const layer = lstm({ units: size, returnSequences: true, seed: seed + 10 * (i + 1) });
    return both ? bidirectional({ layer }) : layer;
  });
}

/** The probability of speech, or those of silence and speech. */
export function answer(outputs: 1 | 2, seed: number): tf.layers.Layer {
  return tf.layers.dense({
    units: outputs,
    activation: outputs === 1 ? "sigmoid" : "softmax",
    kernelInitializer: tf.initializers.glorotUniform({ seed }),
  });
}
