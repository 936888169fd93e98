import { tf } from "../../engine/mod.ts";
import type { History } from "../history/history.ts";
import type { Checkpoint, SavedTensor } from "./_checkpoint_file.ts";
import type { Optimizer, SavedOptimizerState } from "../optimizers/optimizer.ts";

/** What a training goes on from. */
interface Trained {
  model: tf.LayersModel;
  optimizer: Optimizer;
  seed: number;
  history: History;
}

/** Copies what a training goes on from; `epoch` is the next one. */
export async function snapshot(run: Trained, epoch: number): Promise<Checkpoint> {
  const state = run.optimizer.state(), [iterations] = await state.iterations.data();
  const slots = await Promise.all(state.slots.map(({ name, variable }) => save(name, variable)));
  const weights = await saveWeights(run.model);
  return {
    epoch,
    seed: run.seed,
    history: structuredClone(run.history),
    weights,
    optimizer: { ...state, iterations: iterations!, slots },
  };
}

/** Copies a model's weights. */
export function saveWeights(model: tf.LayersModel): Promise<SavedTensor[]> {
  return Promise.all(weightsOf(model).map(({ name, variable }) => save(name, variable)));
}

/** Puts a checkpoint's weights into a model of the same architecture. */
export function restoreWeights(model: tf.LayersModel, saved: readonly SavedTensor[]): void {
  const mine = weightsOf(model);
  const fits = mine.length === saved.length &&
    mine.every(({ variable }, i) => variable.shape.join() === saved[i]!.shape.join());
  if (!fits) {
    throw new TypeError(
      `Cannot restore weights as this model's [${
        mine.map(({ variable }) => `[${variable.shape}]`)
      }]: the checkpoint has [${saved.map(({ shape }) => `[${shape}]`)}]`,
    );
  }
  mine.forEach(({ variable }, i) => {
    const { values, shape } = saved[i]!;
    tf.tidy(() => variable.assign(tf.tensor(values, shape, variable.dtype)));
  });
}

/** Puts a checkpoint's optimizer state back. */
export function restoreOptimizer(
  optimizer: Optimizer,
  model: tf.LayersModel,
  saved: Checkpoint["optimizer"],
): void {
  optimizer.build(model.trainableWeights.map((weight) => weight.read() as tf.Variable));
  optimizer.setState(saved as SavedOptimizerState);
}

/** All weights, layer after layer: names depend on what else was built before, this order does not. */
function weightsOf(model: tf.LayersModel): { name: string; variable: tf.Variable }[] {
  return model.layers.flatMap((layer) =>
    layer.weights.map((weight) => ({ name: weight.originalName, variable: weight.read() as tf.Variable }))
  );
}

async function save(name: string, tensor: tf.Tensor): Promise<SavedTensor> {
  return { name, shape: tensor.shape, values: await tensor.data() as Float32Array | Int32Array };
}
