import assert from "node:assert/strict";
import { type tf, useEngine } from "../../lib/engine/mod.ts";
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
import { fixture } from "./_keras.ts";

await useEngine(Deno.env.get("CPU") ? { backend: "cpu" } : {});

const temporary = (): Promise<string> => Deno.makeTempFile({ suffix: ".keras" });

const optimizers: (() => Optimizer)[] = [
  () => adam({ learningRate: 0.02 }),
  () => adamw({ clipNorm: 0.5 }),
  () => sgd({ momentum: 0.9 }),
  () => rmsprop({ learningRate: 0.01 }),
  () => rmsprop({ learningRate: 0.01, momentum: 0.5, centered: true }),
];

for (const make of optimizers) {
  const { name, settings } = make();
  Deno.test(`${name} ${JSON.stringify(settings)} goes on after a trip through a Keras file`, async () => {
    const model = await loadKeras(fixture("image")), optimizer = make(), path = await temporary();
    const x = { values: Float32Array.from({ length: 1600 }, (_, i) => i % 7), shape: [4, 20, 20, 1] };
    const data = batches({ x, y: { values: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8), shape: [4, 2] } }, {
      batchSize: 4,
    });
    const train = (model: tf.LayersModel, optimizer: Optimizer) =>
      fit(model, data, { epochs: 2, optimizer, loss: meanSquaredError() });
    await train(model, optimizer);
    await saveKeras(model, path, { optimizer });
    const fresh = make(), again = await loadKeras(path, { optimizer: fresh });
    const [mine, others] = [await train(model, optimizer), await train(again, fresh)];
    assert.deepEqual(others.metrics.loss, mine.metrics.loss);
  });
}

Deno.test("an optimizer's state that the other side lacks is refused by name", async () => {
  const path = await temporary(), model = await loadKeras(fixture("image")), other = adam();
  await assert.rejects(
    loadKeras(fixture("image"), { optimizer: other }),
    /as that of Adam: the file's is none/,
  );
  await saveKeras(model, path, { optimizer: sgd() });
  await assert.rejects(loadKeras(path, { optimizer: other }), /as that of Adam: the file's is SGD/);
  const strange = { ...other, state: () => ({ ...other.state(), name: "mine" }) } as unknown as Optimizer;
  await assert.rejects(
    saveKeras(model, path, { optimizer: strange }),
    /as one of Keras's Adam, .*: it is mine/,
  );
});
