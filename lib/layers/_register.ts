import { tf } from "../engine/mod.ts";

type LayerClass = tf.serialization.SerializableConstructor<tf.layers.Layer> & { className: string };

/** Makes a saved model's `className` open as this class, instead of stock tfjs's of the same name. */
export function register(layer: LayerClass): void {
  const known = tf.serialization.SerializationMap.getMap().classNameMap[layer.className];
  if (known?.[0] !== layer as unknown) tf.serialization.registerClass(layer);
}
