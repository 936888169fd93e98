import type { tf } from "../../engine/mod.ts";
import type { Dataset, ReadDataset } from "./_hdf5.ts";
import { isObject, type KerasObject, modern } from "./_keras_config.ts";
import type { StatefulOptimizer } from "../saving/_optimizer_state.ts";

const CLASSES: Readonly<Record<string, string>> = {
  adam: "Adam",
  adamw: "AdamW",
  rmsprop: "RMSprop",
  sgd: "SGD",
};

/** Settings that Keras spells otherwise. */
const NAMES: Readonly<Record<string, string>> = {
  learningRate: "learning_rate",
  weightDecay: "weight_decay",
  clipNorm: "clipnorm",
  clipValue: "clipvalue",
  globalClipNorm: "global_clipnorm",
  beta1: "beta_1",
  beta2: "beta_2",
};

/**
 * How Keras compiles a model with this optimizer. The loss is left open.
 *
 * @throws {TypeError} when Keras has no such optimizer
 */
export function compilation(optimizer: StatefulOptimizer): KerasObject["config"] {
  const { name, learningRate } = optimizer.state(), kind = CLASSES[name];
  if (!kind) {
    throw new TypeError(
      `Cannot save an optimizer as one of Keras's ${Object.values(CLASSES).join(", ")}: it is ${name}`,
    );
  }
  const given = Object.entries(settingsOf(optimizer)).filter(([, value]) => value !== undefined);
  const config = Object.fromEntries(given.map(([key, value]) => [NAMES[key] ?? key, value]));
  return {
    optimizer: modern("keras.optimizers", kind, {
      ...config,
      ...(config.weight_decay === 0 ? { weight_decay: null } : {}),
      learning_rate: learningRate,
    }),
    loss: null,
  };
}

function settingsOf({ settings = {} }: StatefulOptimizer): Record<string, unknown> {
  return settings as Record<string, unknown>;
}

/** Keras keeps each of RMSprop's kinds of numbers together, and a momentum only where there is one. */
function inKerasOrder<S extends { name: string }>(name: string, slots: S[], momentum: number): S[] {
  if (name !== "rmsprop") return slots;
  const kinds = [...new Set(slots.map((slot) => slot.name))];
  return kinds.filter((kind) => kind !== "momentum" || momentum > 0).flatMap((kind) =>
    slots.filter((slot) => slot.name === kind)
  );
}

/** An optimizer's state as Keras keeps it: steps, learning rate, then what it remembers of each weight. */
export async function stateToKeras(optimizer: StatefulOptimizer): Promise<Dataset[]> {
  const { name, learningRate, iterations, slots } = optimizer.state(), [steps] = await iterations.data();
  const kept = inKerasOrder(name, slots, Number(settingsOf(optimizer).momentum ?? 0));
  const arrays = await Promise.all(kept.map(async ({ variable }) => ({
    shape: variable.shape,
    values: await variable.data() as Float32Array,
  })));
  const scalars = [Int32Array.of(steps!), Float32Array.of(learningRate)].map((values) => ({
    shape: [],
    values,
  }));
  return [...scalars, ...arrays].map((array, i) => ({ ...array, path: `optimizer/vars/${i}` }));
}

/**
 * Puts the state that Keras kept into an optimizer of the loaded model.
 *
 * @throws {TypeError} when the file's is another one, or it has none
 */
export function stateFromKeras(
  optimizer: StatefulOptimizer,
  model: tf.LayersModel,
  { compiled, read }: { compiled: unknown; read: ReadDataset },
): void {
  optimizer.build(model.trainableWeights.map((weight) => weight.read() as tf.Variable));
  const { name, slots } = optimizer.state(),
    saved = (compiled as { optimizer?: unknown } | undefined)?.optimizer;
  const kind = isObject(saved) ? saved.class_name : "none";
  if (kind !== CLASSES[name]) {
    throw new TypeError(
      `Cannot load the optimizer's state as that of ${CLASSES[name] ?? name}: the file's is ${kind}`,
    );
  }
  const kept = inKerasOrder(name, slots, Number(settingsOf(optimizer).momentum ?? 0));
  const places = new Map(kept.map((slot, i) => [slot, `optimizer/vars/${i + 2}`]));
  optimizer.setState({
    name,
    iterations: read("optimizer/vars/0", [], "int32")[0]!,
    learningRate: read("optimizer/vars/1", [], "float32")[0]!,
    slots: slots.map((slot) => {
      const { shape, size } = slot.variable, path = places.get(slot);
      const values = path ? read(path, shape, "float32") as Float32Array : new Float32Array(size);
      return { name: slot.name, shape, values };
    }),
  });
}
