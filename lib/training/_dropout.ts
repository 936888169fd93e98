import { random } from "../core/mod.ts";
import { dropout, type SeedGenerator, seedGenerator, tf } from "../engine/mod.ts";

/**
 * The randomness of a model while it trains. Every layer that drops values draws from a generator that starts anew at each epoch, from the
 * training's seed, the epoch and the layer's place: so a resumed training drops what an unbroken one does.
 *
 * Layers that only drop get these draws in place of their own while the model trains: stock tfjs draws in JavaScript, which is slow and
 * keeps a step from being recorded.
 */
export class Dropouts {
  #generators: { generator: SeedGenerator; place: number; own: boolean }[] = [];
  #restore: (() => void)[] = [];

  constructor(model: tf.LayersModel) {
    flatLayers(model).forEach((layer, place) => {
      if (isNoisy(layer)) this.#generators.push({ generator: layer.noiseSeed(), place, own: false });
      else if (["Dropout", "SpatialDropout1D"].includes(layer.getClassName())) this.#replace(layer, place);
    });
  }

  /** Starts all generators of an epoch. */
  start(seed: number, epoch: number): void {
    const draws = random(seed).fork(`dropout of epoch ${epoch}`);
    for (const { generator, place } of this.#generators) {
      const start = draws.fork(`layer ${place}`).integer(0, 2 ** 31);
      tf.tidy(() => generator.state.assign(tf.tensor1d([start, 0], "int32")));
    }
  }

  /** Gives layers their own draws back. */
  dispose(): void {
    this.#restore.forEach((restore) => restore());
    this.#generators.forEach(({ generator, own }) => own && generator.dispose());
  }

  #replace(layer: tf.layers.Layer, place: number): void {
    const generator = seedGenerator(0), { rate } = layer.getConfig() as { rate: number };
    this.#generators.push({ generator, place, own: true });
    const usual = layer.call; // the class's method: an own property hides it, and is taken away again
    this.#restore.push(() => Reflect.deleteProperty(layer, "call"));
    layer.call = (inputs, options) => {
      if (!options?.training || !(rate > 0 && rate < 1)) return usual.call(layer, inputs, options);
      const x = Array.isArray(inputs) ? inputs[0]! : inputs;
      return dropout(x, rate, { noiseShape: noiseShapeOf(layer, x), seed: generator });
    };
  }
}

/** Axes of size 1 share one draw. */
function noiseShapeOf(layer: tf.layers.Layer, x: tf.Tensor): number[] {
  if (layer.getClassName() === "SpatialDropout1D") return [x.shape[0]!, 1, x.shape[2]!];
  const { noiseShape } = layer.getConfig() as { noiseShape?: (number | null)[] | null };
  return x.shape.map((size, axis) => noiseShape?.[axis] ?? size);
}

/** A layer of this library that makes its own masks. */
type Noisy = tf.layers.Layer & { dropout: number; recurrentDropout: number; noiseSeed(): SeedGenerator };

function isNoisy(layer: tf.layers.Layer): layer is Noisy {
  const { noiseSeed, dropout = 0, recurrentDropout = 0 } = layer as Partial<Noisy>;
  return typeof noiseSeed === "function" && dropout + recurrentDropout > 0;
}

/** All layers, those of models and wrappers inside included. */
function flatLayers(model: { layers: tf.layers.Layer[] }): tf.layers.Layer[] {
  return model.layers.flatMap((layer) => {
    const { layers, layer: wrapped, forwardLayer, backwardLayer } = layer as Partial<Nest>;
    const inner = [wrapped, forwardLayer, backwardLayer].filter((one) => one !== undefined);
    return [layer, ...inner, ...(layers ? flatLayers({ layers }) : [])];
  });
}

type Nest = tf.layers.Layer & {
  layers: tf.layers.Layer[];
  layer: tf.layers.Layer;
  forwardLayer: tf.layers.Layer;
  backwardLayer: tf.layers.Layer;
};
