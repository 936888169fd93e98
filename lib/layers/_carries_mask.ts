import type { tf } from "../engine/mod.ts";

/**
 * Whether a mask reaches a layer in the model that it belongs to. tfjs hands the last mask it saw to every later layer,
 * also behind one that ends it (a convolution, a recurrent layer without `returnSequences`); Keras does not.
 *
 * @param layer a layer, already connected or not
 * @returns false only for a layer whose connections are known and bring no mask
 */
export function mayCarryMask(layer: tf.layers.Layer): boolean {
  const nodes = layer.inboundNodes;
  return nodes.length === 0 || nodes.some((node) => node.inputTensors.some(carriesMask));
}

function carriesMask(tensor: tf.SymbolicTensor): boolean {
  const source = tensor.sourceLayer as tf.layers.Layer & {
    maskZero?: boolean;
    returnSequences?: boolean;
    layers?: unknown;
  };
  if (source.maskZero || source.getClassName() === "Masking") return true;
  if (source.returnSequences === false || !source.supportsMasking) return false;
  return tensor.inputs.some(carriesMask);
}
