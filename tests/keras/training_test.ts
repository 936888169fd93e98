import assert from "node:assert/strict";
import { join } from "node:path";
import { tf, useEngine } from "../../lib/engine/mod.ts";
import { bidirectional, lstm } from "../../lib/layers/mod.ts";
import { loadKeras, saveKeras } from "../../lib/models/mod.ts";
import {
  adam,
  adamw,
  batches,
  fit,
  meanSquaredError,
  type Optimizer,
  rmsprop,
  sgd,
} from "../../lib/training/mod.ts";
import { runInKeras } from "./_keras.ts";

await useEngine(Deno.env.get("CPU") ? { backend: "cpu" } : {});

/** train_on.py's, in its order. */
const optimizers: (() => Optimizer)[] = [
  () => adam({ learningRate: 0.05 }),
  () => adamw({ learningRate: 0.05, clipNorm: 0.5 }),
  () => sgd({ learningRate: 0.1, momentum: 0.9 }),
  () => rmsprop({ learningRate: 0.01 }),
  () => rmsprop({ learningRate: 0.01, momentum: 0.5, centered: true }),
];

function model(): tf.LayersModel {
  const { dense } = tf.layers, input = tf.input({ shape: [6, 3] });
  const read = bidirectional({ layer: lstm({ units: 3, seed: 2 }) }).apply(tf.layers.masking().apply(input));
  const sides = [1, 2].map((seed) =>
    dense({ units: 4, activation: "tanh", kernelInitializer: tf.initializers.glorotUniform({ seed }) }).apply(
      read,
    )
  );
  const both = tf.layers.concatenate().apply(sides as tf.SymbolicTensor[]);
  return tf.model({ inputs: input, outputs: dense({ units: 2 }).apply(both) as tf.SymbolicTensor });
}

/** Three steps on train_on.py's data. */
async function steps(model: tf.LayersModel, optimizer: Optimizer): Promise<number[]> {
  const x = { values: Float32Array.from({ length: 36 }, (_, i) => i * 7 % 11 % 3), shape: [2, 6, 3] };
  const y = { values: Float32Array.from({ length: 4 }, (_, i) => i % 3), shape: [2, 2] };
  const history = await fit(model, batches({ x, y }, { batchSize: 2 }), {
    epochs: 3,
    optimizer,
    loss: meanSquaredError(),
  });
  return history.metrics.loss!;
}

function assertNear(actual: number[], expected: number[], what: string): void {
  assert.ok(
    actual.every((loss, i) => Math.abs(loss - expected[i]!) <= 1e-4 * Math.abs(expected[i]!)),
    `${what}: ${actual}, not ${expected}`,
  );
}

Deno.test("Keras goes on with a training that began here, and here with what Keras did", async () => {
  const folder = await Deno.makeTempDir(), paths = optimizers.map((_, i) => join(folder, `${i}.keras`));
  const unbroken: number[][] = [], mine: number[][] = [];
  for (const [i, make] of optimizers.entries()) {
    const trained = model(), optimizer = make();
    await steps(trained, optimizer);
    await saveKeras(trained, paths[i]!, { optimizer });
    unbroken.push(await steps(trained, optimizer));
    mine.push(await steps(trained, optimizer));
  }
  const keras = await runInKeras<number[][]>("train_on.py", paths);
  for (const [i, make] of optimizers.entries()) {
    assertNear(keras[i]!, unbroken[i]!, `optimizer ${i} in Keras`);
    const optimizer = make(), again = await loadKeras(`${paths[i]}.again.keras`, { optimizer });
    assertNear(await steps(again, optimizer), mine[i]!, `optimizer ${i} back here`);
  }
});

Deno.test("a training that began in Keras goes on here", async () => {
  const folder = await Deno.makeTempDir(),
    keras = await runInKeras<number[][]>("train_on.py", ["--begin", folder]);
  for (const [i, make] of optimizers.entries()) {
    const optimizer = make(), begun = await loadKeras(join(folder, `${i}.keras`), { optimizer });
    assertNear(await steps(begun, optimizer), keras[i]!, `optimizer ${i}`);
  }
});
