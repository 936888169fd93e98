import type { tf } from "../engine/mod.ts";
import type { gruCell } from "../layers/mod.ts";

/** What one step of a recurrent layer needs of it. */
export interface Recurrent {
  units: number;
  stateCount: number;
  goBackwards: boolean;
  activation: CellOptions["activation"];
  recurrentActivation: CellOptions["recurrentActivation"];
  makeCell: typeof gruCell;
  inputKernel(): tf.Tensor;
  inputBias(): tf.Tensor | undefined;
  cellWeights(): tf.Tensor[];
}

type CellOptions = Parameters<typeof gruCell>[1];

/** A layer's recurrent parts; null for other layers. */
export function recurrentParts(layer: tf.layers.Layer): Recurrent | null {
  return "makeCell" in layer && "cellWeights" in layer ? layer as unknown as Recurrent : null;
}
