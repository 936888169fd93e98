import assert from "node:assert/strict";
import { CorruptError, MissingError } from "../../lib/core/mod.ts";
import { tf, useEngine } from "../../lib/engine/mod.ts";
import { normalization, peepholeLSTM } from "../../lib/layers/mod.ts";
import { characterGRU, languageCNN, languageRNN, loadKeras, saveKeras } from "../../lib/models/mod.ts";
import golden from "../reference/models/golden.json" with { type: "json" };

await useEngine(Deno.env.get("CPU") ? { backend: "cpu" } : {});

const fixture = (name: string) => new URL(`../reference/models/${name}.keras`, import.meta.url).pathname;

/** What make_golden.py predicts. */
function predictions(model: tf.LayersModel): tf.Tensor {
  return tf.tidy(() => {
    const shape = [2, ...model.inputs[0]!.shape.slice(1).map((size) => size ?? 20)];
    const size = shape.reduce((a, b) => a * b, 1);
    return model.predict(
      tf.tensor(Float32Array.from({ length: size }, (_, i) => i * 7 % 11 % 3), shape),
    ) as tf.Tensor;
  });
}

function assertPredicts(model: tf.LayersModel, expected: typeof golden.text): void {
  const actual = predictions(model);
  assert.deepEqual(actual.shape, expected.shape);
  assert.equal(model.countParams(), expected.parameters);
  actual.dataSync().forEach((value, i) =>
    assert.ok(Math.abs(value - expected.values[i]!) < 1e-5, `${i}: ${value}`)
  );
}

for (const name of ["text", "image"] as const) {
  Deno.test(`Keras's ${name} model predicts here what it predicts in Keras, also after a trip back`, async () => {
    const model = await loadKeras(fixture(name)), path = await Deno.makeTempFile({ suffix: ".keras" });
    assertPredicts(model, golden[name]);
    await saveKeras(model, path);
    assertPredicts(await loadKeras(path), golden[name]);
  });
}

/** Small ones of each kind. */
function studies(): tf.LayersModel[] {
  const normalize = normalization();
  normalize.adapt(tf.tensor4d([1, 2, 3, 6], [1, 2, 2, 1]));
  return [
    characterGRU({ vocabularySize: 5, embedding: 2, units: 4 }),
    languageRNN({ frames: 60, bins: 5 }),
    languageCNN({ frames: 20, bins: 16, size: 24, normalize }),
  ];
}

Deno.test("the studies' models survive the trip", async () => {
  for (const model of studies()) {
    const path = await Deno.makeTempFile({ suffix: ".keras" });
    await saveKeras(model, path);
    const again = await loadKeras(path);
    assert.deepEqual(predictions(again).arraySync(), predictions(model).arraySync());
  }
});

const python = Deno.env.get("UNROLL_KERAS_PYTHON"); // an interpreter that has Keras

Deno.test("Keras opens what is saved here, and predicts the same", { ignore: !python }, async () => {
  const models = [await loadKeras(fixture("text")), await loadKeras(fixture("image")), ...studies()];
  const folder = await Deno.makeTempDir(), paths = models.map((_, i) => `${folder}/${i}.keras`);
  for (const [i, model] of models.entries()) await saveKeras(model, paths[i]!);
  const script = new URL("../reference/models/make_golden.py", import.meta.url).pathname;
  const { stdout } = await new Deno.Command(python!, { args: [script, ...paths], stderr: "null" }).output();
  const expected = JSON.parse(new TextDecoder().decode(stdout)) as typeof golden.text[];
  models.forEach((model, i) => assertPredicts(model, expected[i]!));
});

Deno.test("loading and saving leave no tensors behind", async () => {
  const before = tf.memory().numTensors, path = await Deno.makeTempFile({ suffix: ".keras" });
  const model = await loadKeras(fixture("text"));
  await saveKeras(model, path);
  model.dispose();
  assert.equal(tf.memory().numTensors, before);
});

Deno.test("damaged, missing and foreign files are named", async () => {
  const path = await Deno.makeTempFile({ suffix: ".keras" }), bytes = await Deno.readFile(fixture("text"));
  await assert.rejects(loadKeras(`${path}.missing`), MissingError);
  const flipped = bytes.map((byte, i) => i === bytes.length - 3000 ? byte ^ 1 : byte);
  for (const damaged of [new Uint8Array(0), bytes.slice(0, 5000), bytes.slice(bytes.length - 400), flipped]) {
    await Deno.writeFile(path, damaged);
    await assert.rejects(
      loadKeras(path),
      (error: Error) => error instanceof CorruptError && error.message.includes(path),
    );
  }
});

Deno.test("models that the other side lacks are refused", async () => {
  const path = await Deno.makeTempFile({ suffix: ".keras" });
  const peepholes = tf.sequential({ layers: [peepholeLSTM({ units: 2, inputShape: [3, 2] })] });
  await assert.rejects(saveKeras(peepholes, path), /with a layer PeepholeLSTM/);
  const input = tf.input({ shape: [3] }),
    output = tf.layers.dense({ units: 1 }).apply(input) as tf.SymbolicTensor;
  await assert.rejects(saveKeras(tf.model({ inputs: input, outputs: output }), path), /row of layers/);
});
