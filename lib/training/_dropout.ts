import { random } from "../core/mod.ts";
import { dropout, type SeedGenerator, seedGenerator, tf } from "../engine/mod.ts";

/**
 * The randomness of a model while it trains. Every layer that drops values draws from a generator that starts anew at each epoch, from the
 * training's seed, the epoch and the layer's place: so a resumed training drops what an unbroken one does.
 *
 * Stock tfjs layers draw their masks in JavaScript, which is slow and keeps a step from being recorded; while training they use the
 * engine's draws instead.
 */
export class Dropouts {
  #generators: { generator: SeedGenerator; place: number; own: boolean }[] = [];
  #restore: (() => void)[] = [];

  constructor(model: tf.LayersModel) {
    flatLayers(model).forEach((layer, place) => {
      if (isNoisy(layer)) this.#generators.push({ generator: layer.noiseSeed(), place, own: false });
      else if (isStockDropout(layer)) this.#replace(layer, place);
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

  /** Gives stock layers their own ways back. */
  dispose(): void {
    this.#restore.forEach((restore) => restore());
    this.#generators.forEach(({ generator, own }) => own && generator.dispose());
  }

  #replace(layer: StockDropout, place: number): void {
    const generator = seedGenerator(0);
    this.#generators.push({ generator, place, own: true });
    const stock = layer.call; // the class's method: an own property hides it, and is taken away again
    this.#restore.push(() => Reflect.deleteProperty(layer, "call"));
    layer.call = (inputs, options) => {
      if (!options.training || !(layer.rate > 0 && layer.rate < 1)) return stock.call(layer, inputs, options);
      const x = Array.isArray(inputs) ? inputs[0]! : inputs;
      return dropout(x, layer.rate, { noiseShape: layer.getNoiseShape(x) ?? x.shape, seed: generator });
    };
  }
}

/** A layer of this library that makes its own masks. */
type Noisy = tf.layers.Layer & { dropout: number; recurrentDropout: number; noiseSeed(): SeedGenerator };

/** tfjs's Dropout and SpatialDropout1D. */
type StockDropout = tf.layers.Layer & { rate: number; getNoiseShape(x: tf.Tensor): number[] | undefined };

function isNoisy(layer: tf.layers.Layer): layer is Noisy {
  const { noiseSeed, dropout = 0, recurrentDropout = 0 } = layer as Partial<Noisy>;
  return typeof noiseSeed === "function" && dropout + recurrentDropout > 0;
}

function isStockDropout(layer: tf.layers.Layer): layer is StockDropout {
  return ["Dropout", "SpatialDropout1D"].includes(layer.getClassName()) && "getNoiseShape" in layer;
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
