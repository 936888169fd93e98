import assert from "node:assert/strict";
import { CorruptError, MissingError } from "../../lib/core/mod.ts";
import { tf, useEngine } from "../../lib/engine/mod.ts";
import { bidirectional, dropout, embedding, lstm, peepholeLSTM } from "../../lib/layers/mod.ts";
import { loadModel, saveModel } from "../../lib/models/mod.ts";
import { characterVocabulary, Tokenizer } from "../../lib/text/mod.ts";
import {
  adam,
  adamw,
  batches,
  fit,
  type History,
  type Optimizer,
  rmsprop,
  sgd,
  sparseCategoricalCrossentropy,
} from "../../lib/training/mod.ts";
import { outputsOf } from "./_keras.ts";
import { branching, studies, translator } from "./_models.ts";

await useEngine(Deno.env.get("CPU") ? { backend: "cpu" } : {});

const folderOf = (): Promise<string> => Deno.makeTempDir();

/** With a mask, dropout, a constraint, and weights that aren't trained. */
function reader(): tf.LayersModel {
  return tf.sequential({
    layers: [
      embedding({ inputDim: 6, outputDim: 4, maskZero: true, inputShape: [5] }),
      bidirectional({ layer: lstm({ units: 3, returnSequences: true, seed: 1 }) }),
      peepholeLSTM({ units: 4, seed: 2 }),
      dropout({ rate: 0.3 }),
      tf.layers.batchNormalization(),
      tf.layers.dense({ units: 3, kernelConstraint: "maxNorm" }),
    ],
  });
}

const data = batches({
  x: { values: Int32Array.from({ length: 60 }, (_, i) => i * 7 % 11 % 6), shape: [12, 5] },
  y: { values: Int32Array.from({ length: 12 }, (_, i) => i % 3), shape: [12] },
}, { batchSize: 5, shuffle: true, seed: 3 });

function train(
  model: tf.LayersModel,
  optimizer: Optimizer,
  [from, to]: [number, number],
  initialHistory?: History,
): Promise<History> {
  const loss = sparseCategoricalCrossentropy({ fromLogits: true });
  return fit(model, data, { epochs: to, initialEpoch: from, initialHistory, optimizer, loss, seed: 5 });
}

const numbersOf = (model: tf.LayersModel): number[][] =>
  model.weights.map((weight) => [...weight.read().dataSync()]);

const optimizers: Record<string, () => Optimizer> = {
  adam: () => adam({ learningRate: 0.05 }),
  adamw: () => adamw({ learningRate: 0.05, clipNorm: 0.5 }),
  rmsprop: () => rmsprop({ learningRate: 0.01, momentum: 0.5, centered: true }),
  sgd: () => sgd({ learningRate: 0.1, momentum: 0.9, nesterov: true }),
};

for (const [name, make] of Object.entries(optimizers)) {
  Deno.test(`${name}: training goes on after saving and loading as if unbroken`, async () => {
    const unbroken = reader(), first = await folderOf();
    await saveModel(unbroken, first);
    const whole = await train(unbroken, make(), [0, 4]);

    const { model } = await loadModel(first), optimizer = make(), second = await folderOf();
    const history = await train(model, optimizer, [0, 2]);
    await saveModel(model, second, { optimizer, metadata: { history } });

    const fresh = make(), again = await loadModel(second, { optimizer: fresh });
    const rest = await train(again.model, fresh, [2, 4], again.metadata.history as History);
    assert.deepEqual(rest.metrics.loss, whole.metrics.loss);
    assert.deepEqual(numbersOf(again.model), numbersOf(unbroken));
  });
}

Deno.test("vocabulary, tokenizer, labels and metadata come back as what they were", async () => {
  const folder = await folderOf(), tokenizer = new Tokenizer({ numWords: 3, oovToken: "?" });
  const vocabulary = characterVocabulary("año nuevo", { unknown: false });
  tokenizer.fitOnTexts(["el gato y el perro", "el 12"]);
  const metadata = { scaling: { mean: [1.5], std: [0.1] } }, labels = ["español", "français"];
  await saveModel(branching(), folder, { vocabulary, tokenizer, labels, metadata });
  const loaded = await loadModel(folder), text = ["el 12 y un gato"];
  assert.deepEqual(loaded.vocabulary!.tokens, vocabulary.tokens);
  assert.deepEqual(loaded.vocabulary!.encode("nueva"), vocabulary.encode("nueva"));
  assert.deepEqual(loaded.tokenizer!.textsToSequences(text), tokenizer.textsToSequences(text));
  assert.deepEqual(loaded.tokenizer!.toJSON(), tokenizer.toJSON());
  assert.deepEqual([loaded.labels, loaded.metadata], [labels, metadata]);
  await saveModel(branching(), folder);
  const { model: _, ...bare } = await loadModel(folder);
  assert.deepEqual(bare, { vocabulary: null, tokenizer: null, labels: null, metadata: {} });
});

Deno.test("rows, branches and what layers learnt before training predict the same from their folders", async () => {
  for (const model of [...studies(), branching(), translator(), reader()]) {
    const folder = await folderOf();
    await saveModel(model, folder);
    const loaded = await loadModel(folder);
    assert.deepEqual(outputsOf(loaded.model), outputsOf(model));
    assert.deepEqual(numbersOf(loaded.model), numbersOf(model));
  }
});

Deno.test("a disk that fills up leaves the model and the state that were there", async () => {
  const folder = await folderOf(), model = reader(), optimizer = adam();
  await train(model, optimizer, [0, 1]);
  optimizer.learningRate = 0.25;
  await saveModel(model, folder, { optimizer, labels: ["old"] });
  const before = numbersOf(model);
  await train(model, optimizer, [1, 2]);
  for (const full of ["weights", "optimizer", "model.json"]) {
    const write = (path: string, parts: Iterable<Uint8Array>): Promise<void> =>
      path.includes(`/${full}`)
        ? Promise.reject(new Error("No space left on device"))
        : Deno.writeFile(path, Uint8Array.from([...parts].flatMap((part) => [...part])));
    await assert.rejects(saveModel(model, folder, { optimizer, labels: ["new"], write }), /No space left/);
    const fresh = adam(), loaded = await loadModel(folder, { optimizer: fresh });
    assert.deepEqual([loaded.labels, numbersOf(loaded.model)], [["old"], before]);
    assert.deepEqual([fresh.learningRate, fresh.state().iterations.dataSync()[0]], [0.25, 3]);
  }
  await saveModel(model, folder);
  assert.equal([...Deno.readDirSync(folder)].length, 2);
});

const failsWith = (kind: new (message: string) => Error, message: RegExp) => (error: Error) =>
  error instanceof kind && message.test(error.message);

Deno.test("loading says what is wrong with an optimizer's state and with the preprocessing", async () => {
  const folder = await folderOf(), model = reader(), optimizer = adam();
  await saveModel(model, folder);
  await assert.rejects(
    loadModel(folder, { optimizer }),
    failsWith(MissingError, /saveModel\(model, folder, { optimizer }\)/),
  );
  optimizer.build(model.trainableWeights.map((weight) => weight.read() as tf.Variable));
  await saveModel(model, folder, { optimizer, vocabulary: characterVocabulary("ab") });
  await assert.rejects(
    loadModel(folder, { optimizer: sgd() }),
    failsWith(TypeError, /as sgd's: it is adam's/),
  );
  const { name } = [...Deno.readDirSync(folder)].find(({ name }) => name.startsWith("optimizer."))!;
  await Deno.truncate(`${folder}/${name}`, 8);
  await assert.rejects(
    loadModel(folder, { optimizer: adam() }),
    failsWith(CorruptError, /optimizer\..*cut off or damaged/),
  );
  await loadModel(folder); // the model alone is whole
  await Deno.remove(`${folder}/${name}`);
  await assert.rejects(loadModel(folder, { optimizer: adam() }), failsWith(CorruptError, /it is gone/));
  const path = `${folder}/model.json`, text = await Deno.readTextFile(path);
  await Deno.writeTextFile(path, text.replace('"unit":"character"', '"unit":"byte"'));
  await assert.rejects(loadModel(folder), failsWith(CorruptError, /its preprocessing: .*its unit is byte/));
  const renamed = text.replace('"weights":[{"name":"', '"weights":[{"name":"other_');
  await Deno.writeTextFile(path, renamed);
  await assert.rejects(loadModel(folder), failsWith(CorruptError, /model.json as a model with its weights/));
});

Deno.test("saving and loading with an optimizer leave its tensors and the model's alone", async () => {
  const folder = await folderOf(), model = reader(), optimizer = adam();
  optimizer.build(model.trainableWeights.map((weight) => weight.read() as tf.Variable));
  const before = tf.memory().numTensors;
  await saveModel(model, folder, { optimizer });
  assert.equal(tf.memory().numTensors, before);
  const fresh = adam(), loaded = await loadModel(folder, { optimizer: fresh });
  fresh.dispose();
  loaded.model.dispose();
  assert.equal(tf.memory().numTensors, before);
});

Deno.test("a model whose optimizer's state can't be had leaves no tensor behind", async () => {
  const folder = await folderOf(), model = reader();
  await saveModel(model, folder);
  const before = tf.memory().numTensors;
  await assert.rejects(loadModel(folder, { optimizer: adam() }), MissingError);
  assert.equal(tf.memory().numTensors, before);
});
