import { cudnnBoth, tf } from "../engine/mod.ts";
import { compact, type Compaction } from "./_compact.ts";
import { type NativeLayer, nativeWeights } from "./_native.ts";
import { nativePath } from "./_native_path.ts";
import type { LayerCall, LayerRun } from "./_portable.ts";

/**
 * Runs the two directions of a wrapper at once on cuDNN.
 *
 * @param layers the one that runs forwards over time and its twin that runs backwards
 * @param call input, initial states (the forward ones first), mask
 * @returns Keras's output and states of each, outputs in the input's order; nothing elsewhere, or where the directions differ by more
 * than their weights: dropout thins the input for each on its own, and a stateful layer keeps its state itself
 */
export function nativeBoth(
  layers: readonly [NativeLayer, NativeLayer],
  { x, mask, training, states: before }: LayerCall,
): LayerRun[] | undefined {
  const [ahead] = layers, found = nativePath(ahead.nativeKind);
  const noisy = ahead.dropout > 0 || ahead.recurrentDropout > 0;
  if (found?.path !== "cudnn") return undefined;
  if ((training && noisy) || ahead.goBackwards || ahead.stateful || x.size === 0) return undefined;
  const steps = mask && compact(mask, false), starts = before && paired(before);
  const { y, after } = cudnnBoth({
    x: steps ? steps.toFront(x) : x,
    lengths: steps?.lengths(),
    before: starts,
    directions: [nativeWeights(layers[0]), nativeWeights(layers[1])],
  }, found.kind);
  const outputs = ahead.returnSequences ? tf.split(steps ? steps.spread(y, true) : y, 2, -1) : undefined;
  const ends = after.slice(0, ahead.returnState ? 2 : 1).map((state) => shown(state, steps)); // each [2, B, H]
  const apart = ends.map((state) => tf.unstack(state));
  return layers.map((layer, way) => {
    const own = apart.map((state) => state[way]!), first = before ? way * layer.stateCount : 0;
    const kept = layer.returnState ? own : [];
    return {
      output: outputs ? outputs[way]! : own[0]!,
      states: steps && before ? kept.map((end, i) => steps.orBefore(end, before[first + i]!)) : kept,
      inInputOrder: true,
    };
  });
}

/** [h, c] of one direction, then of the other -> [h, c] of both, each [2, B, H]. */
function paired(states: tf.Tensor[]): tf.Tensor[] {
  const count = states.length / 2;
  return Array.from({ length: count }, (_, i) => tf.stack([states[i]!, states[count + i]!]));
}

/** Zeros where a mask hides everything. */
function shown(state: tf.Tensor, steps: Compaction | undefined): tf.Tensor {
  return steps ? steps.orZeros(state) : state;
}
