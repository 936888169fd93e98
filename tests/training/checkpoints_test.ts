import assert from "node:assert/strict";
import { basename } from "node:path";
import { CorruptError } from "../../lib/core/mod.ts";
import {
  accuracy,
  adam,
  batches,
  checkpointFolder,
  checkpoints,
  fit,
  resume,
  sparseCategoricalCrossentropy,
  trainingFolders,
} from "../../lib/training/mod.ts";
import { smallData, smallModel } from "./_engine.ts";

const data = batches(smallData(), { batchSize: 4, seed: 3 });
const plan = { loss: sparseCategoricalCrossentropy({ fromLogits: true }), metrics: [accuracy()] };

Deno.test("four epochs are two and two resumed, to the last bit", async () => {
  const folder = await Deno.makeTempDir();
  const whole = smallModel(), first = smallModel(), second = smallModel();
  const unbroken = await fit(whole, data, { ...plan, epochs: 4, optimizer: adam() });
  await fit(first, data, { ...plan, epochs: 2, optimizer: adam(), callbacks: [checkpoints(folder)] });
  const resumed = await fit(second, data, { ...plan, epochs: 4, optimizer: adam(), resumeFrom: folder });
  assert.deepEqual(resumed.metrics, unbroken.metrics);
  assert.deepEqual(resumed.epoch, [0, 1, 2, 3]);
  const numbers = (model: typeof whole) => model.getWeights().map((weight) => [...weight.dataSync()]);
  assert.deepEqual(numbers(second), numbers(whole));
});

Deno.test("only the newest stay, and the best", async () => {
  const folder = await Deno.makeTempDir(), saved = checkpoints(folder, { keep: 2, monitor: "loss" });
  await fit(smallModel(), data, { ...plan, epochs: 4, optimizer: adam(), callbacks: [saved] });
  const names = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name).sort();
  assert.deepEqual(names, ["best.checkpoint", "epoch_00003.checkpoint", "epoch_00004.checkpoint"]);
  assert.equal((await resume(folder, { model: smallModel(), which: "best" }))?.initialEpoch, 4);
});

Deno.test("training goes on from the checkpoint after so many epochs, where it is still there", async () => {
  const folder = await Deno.makeTempDir(), optimizer = adam();
  const [trained, again] = [smallModel(), smallModel()];
  const history = await fit(trained, data, {
    ...plan,
    epochs: 4,
    optimizer,
    callbacks: [checkpoints(folder)],
  });
  const restored = { model: again, optimizer: adam() };
  assert.equal(await resume(folder, { ...restored, which: 2 }), null);
  const third = await resume(folder, { ...restored, which: 3 });
  assert.equal(third?.initialEpoch, 3);
  const last = await fit(again, data, { ...plan, ...third, epochs: 4, optimizer: restored.optimizer });
  assert.deepEqual(last.metrics, history.metrics);
});

Deno.test("a full disk leaves the checkpoint before it whole", async () => {
  const folder = await Deno.makeTempDir();
  await fit(smallModel(), data, { ...plan, epochs: 1, optimizer: adam(), callbacks: [checkpoints(folder)] });
  const full = checkpoints(folder, {
    async write(path, parts) {
      await Deno.writeFile(path, [...parts][0]!);
      throw new Error("No space left on device");
    },
  });
  const again = fit(smallModel(), data, {
    ...plan,
    epochs: 2,
    optimizer: adam(),
    callbacks: [full],
    resumeFrom: folder,
  });
  await assert.rejects(again, /No space left/);
  const names = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name);
  assert.deepEqual(names, ["epoch_00001.checkpoint"]);
  assert.equal((await resume(folder, { model: smallModel() }))?.initialEpoch, 1);
});

Deno.test("a damaged checkpoint is named, and the one before it can be fallen back on", async () => {
  const folder = await Deno.makeTempDir(), model = smallModel();
  await fit(model, data, { ...plan, epochs: 2, optimizer: adam(), callbacks: [checkpoints(folder)] });
  const newest = `${folder}/epoch_00002.checkpoint`, bytes = await Deno.readFile(newest);
  for (
    const damaged of [
      bytes.slice(0, 200),
      bytes.slice(0, 3),
      bytes.map((b, i) => i === 400 ? b ^ 1 : b),
    ]
  ) {
    await Deno.writeFile(newest, damaged);
    await assert.rejects(
      resume(folder, { model }),
      (e: Error) => e instanceof CorruptError && e.message.includes(newest),
    );
    assert.equal((await resume(folder, { model, fallBack: true }))?.initialEpoch, 1);
  }
});

Deno.test("an empty folder resumes nothing; another architecture or optimizer is refused", async () => {
  const folder = await Deno.makeTempDir(), { sgd } = await import("../../lib/training/mod.ts");
  assert.equal(await resume(folder, { model: smallModel() }), null);
  assert.equal(await resume(`${folder}/missing`, { model: smallModel() }), null);
  await fit(smallModel(), data, { ...plan, epochs: 1, optimizer: adam(), callbacks: [checkpoints(folder)] });
  await assert.rejects(resume(folder, { model: smallModel(), optimizer: sgd() }), /it is adam's/);
  const { tf } = await import("./_engine.ts");
  const other = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
  await assert.rejects(resume(folder, { model: other }), TypeError);
});

Deno.test("a notebook's trainings have a folder for each title, corpus and profile", () => {
  const corpus = { id: "tiny_shakespeare", source: "mirror" }, title = "GRU 1024, both ways";
  const full = trainingFolders("characters", { corpus, profile: "full" })(title);
  assert.equal(basename(full.folder), "characters_gru_1024_both_ways_tiny_shakespeare");
  assert.equal(full.takeFrom, undefined);
  const quick = trainingFolders("characters", { corpus, profile: "quick" })(title);
  assert.deepEqual(quick, { folder: `${full.folder}_quick`, takeFrom: full.folder });
  const madeUp = { corpus: { ...corpus, source: "stand-in" }, profile: "full" } as const;
  const { folder } = trainingFolders("characters", madeUp)(title);
  assert.equal(basename(folder), "characters_gru_1024_both_ways_tiny_shakespeare_stand_in");
  const another = trainingFolders("characters", {
    ...madeUp,
    corpus: { ...madeUp.corpus, id: "torres_book" },
  });
  assert.notEqual(another(title).folder, folder);
});

Deno.test("checkpoint folders and their bad names", () => {
  assert.equal(checkpointFolder("a_b", "/data"), "/data/a_b");
  for (const bad of ["", "..", "a/b"]) assert.throws(() => checkpointFolder(bad, "/data"), TypeError);
  for (const bad of [{ keep: 0 }, { every: 0 }]) assert.throws(() => checkpoints("x", bad), RangeError);
});
