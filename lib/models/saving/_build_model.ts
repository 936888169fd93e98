import { tf } from "../../engine/mod.ts";
import { registerLayers } from "../../layers/mod.ts";

/** A model of this architecture, with this library's layers; its weights are zeros where the layers allow, for others are to come. */
export async function buildModel(modelTopology: object): Promise<tf.LayersModel> {
  registerLayers();
  const nothing = { weightSpecs: [], weightData: new ArrayBuffer(0) }; // makes tfjs skip slow initialisers
  return await tf.loadLayersModel(tf.io.fromMemory({ modelTopology, ...nothing }), { strict: false });
}
