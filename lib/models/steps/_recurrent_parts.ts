import type { KindName, tf } from "../../engine/mod.ts";

/** What one step of a recurrent layer needs of it. */
export interface Recurrent {
  units: number;
  stateCount: number;
  goBackwards: boolean;
  /** The engine's network with the layer's equation, if there is one. */
  nativeKind: KindName | undefined;
  /** Moves the state [h] or [h, c], each [B, H], on by one step x [B, F]. */
  step(x: tf.Tensor, states: tf.Tensor[]): tf.Tensor[];
}

/** A layer's recurrent parts; null for other layers. */
export function recurrentParts(layer: tf.layers.Layer): Recurrent | null {
  return "stateCount" in layer && "step" in layer ? layer as unknown as Recurrent : null;
}
