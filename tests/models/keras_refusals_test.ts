import assert from "node:assert/strict";
import { CorruptError, MissingError } from "../../lib/core/mod.ts";
import { tf, useEngine } from "../../lib/engine/mod.ts";
import { peepholeLSTM } from "../../lib/layers/mod.ts";
import { type Archive, readZip, writeZip } from "../../lib/models/keras/_zip.ts";
import { loadKeras, saveKeras } from "../../lib/models/mod.ts";
import { fixture } from "./_keras.ts";

await useEngine(Deno.env.get("CPU") ? { backend: "cpu" } : {});

const temporary = (): Promise<string> => Deno.makeTempFile({ suffix: ".keras" });

/** A fixture with other files in it, in a new place. */
async function changed(
  name: string,
  { config, files = (all) => all }: {
    config?: (text: string) => string;
    files?: (all: Map<string, Uint8Array>) => Archive;
  },
): Promise<string> {
  const all = new Map(readZip(await Deno.readFile(fixture(name)))), path = await temporary();
  const text = new TextDecoder().decode(all.get("config.json"));
  if (config) {
    assert.notEqual(config(text), text);
    all.set("config.json", new TextEncoder().encode(config(text)));
  }
  await Deno.writeFile(path, writeZip(files(all)));
  return path;
}

Deno.test("damaged, missing and foreign files are named", async () => {
  const path = await temporary(), bytes = await Deno.readFile(fixture("text"));
  await assert.rejects(loadKeras(`${path}.missing`), MissingError);
  const flipped = bytes.map((byte, i) => i === bytes.length - 1500 ? byte ^ 1 : byte);
  for (const damaged of [new Uint8Array(0), bytes.slice(0, 2000), bytes.slice(bytes.length - 400), flipped]) {
    await Deno.writeFile(path, damaged);
    await assert.rejects(
      loadKeras(path),
      (error: Error) => error instanceof CorruptError && error.message.includes(path),
    );
  }
});

const without = (name: string) => (all: Map<string, Uint8Array>): Archive => {
  all.delete(name);
  return all;
};
const instead = (name: string, text: string) => (all: Map<string, Uint8Array>): Archive =>
  all.set(name, new TextEncoder().encode(text));

Deno.test("files that lack a part, or whose parts don't fit, say which", async () => {
  const cases: [Parameters<typeof changed>[1], RegExp][] = [
    [{ files: without("config.json") }, /there is no config.json in it/],
    [{ files: without("model.weights.h5") }, /there is no model.weights.h5 in it/],
    [{ files: without("metadata.json") }, /there is no metadata.json in it/],
    [{ files: instead("model.weights.h5", "weights") }, /its weights are not an HDF5 file/],
    [
      { files: instead("model.weights.h5", "\u0089HDF\r\n\u001a\n cut") },
      /its weights are (not an|a damaged) HDF5 file/,
    ],
    [
      { files: (all) => all.set("model.weights.h5", all.get("model.weights.h5")!.slice(0, 100)) },
      /a damaged HDF5 file/,
    ],
    [{ files: instead("config.json", "{") }, /JSON/],
    [{ files: instead("config.json", "{}") }, /its config.json is no model's/],
    [
      { config: (text) => text.replace('"output_dim": 3', '"output_dim": 2') },
      /embedding\/vars\/0 in it is \[5,3\], not \[5,2\]/,
    ],
    [
      { config: (text) => text.replaceAll('"reset_after": false', '"reset_after": true') },
      /gru_1\/cell\/vars\/2 in it is \[9\], not \[2,9\]/,
    ],
  ];
  for (const [change, message] of cases) {
    const path = await changed("text", change);
    await assert.rejects(
      loadKeras(path),
      (error: Error) =>
        error instanceof CorruptError && message.test(error.message) && error.message.includes(path),
    );
  }
});

Deno.test("models that this side lacks are refused by name", async () => {
  const config = (from: string | RegExp, to: string) => ({
    config: (text: string) => text.replace(from, to),
  });
  const cases: [string, Parameters<typeof changed>[1], RegExp][] = [
    [
      "text",
      config('"class_name": "Dropout"', '"class_name": "Lambda"'),
      /a layer Lambda: it holds Python code/,
    ],
    [
      "text",
      config('"class_name": "Dropout"', '"class_name": "MultiHeadAttention"'),
      /with a layer MultiHeadAttention: there are Activation/,
    ],
    [
      "text",
      config('"class_name": "Sequential"', '"class_name": "Mine"'),
      /as Sequential or Functional: it is Mine/,
    ],
    [
      "text",
      { files: instead("metadata.json", '{"keras_version":"2.15.0"}') },
      /2.15.0 saved it. Load it in Keras 3/,
    ],
    [
      "text",
      config('"class_name": "MaxNorm"', '"class_name": "Mine"'),
      /as one of this library: Unknown .*Mine/,
    ],
    [
      "text",
      config('"activation": "softmax"', '"activation": "hard_sigmoid"'),
      /activation that both sides have: hard_sigmoid/,
    ],
    [
      "text",
      config(
        '"name": "float32"}, "registered_name": null}, "input_dim"',
        '"name": "float16"}, "registered_name": null}, "input_dim"',
      ),
      /a layer of float32 numbers: it is float16/,
    ],
    [
      "image",
      config('"groups": 1', '"groups": 2'),
      /conv2d as a Conv2D that both sides have: its groups is 2/,
    ],
    [
      "branches",
      config('"class_name": "NotEqual"', '"class_name": "Less"'),
      /with the mask of its input: not_equal_1 is its mask/,
    ],
    [
      "branches",
      config('"kwargs": {"mask": null}', '"kwargs": {"inputs": 3}'),
      /tensors alone: it is called on 3/,
    ],
    ["branches", config('"kwargs": {"mask": null}', '"kwargs": {"training": true}'), /its training is given/],
    [
      "states",
      config(
        '"module": "keras.layers", "class_name": "Concatenate"',
        '"module": "keras.src.ops.numpy", "class_name": "Concatenate"',
      ),
      /it has the operation Concatenate/,
    ],
  ];
  const unbuilt = (text: string) =>
    text.replace(/\{"module": "keras.layers", "class_name": "InputLayer".*?"registered_name": null\}, /, "");
  cases.push([
    "text",
    { config: (text) => unbuilt(text).replace("build_input_shape", "x") },
    /a model that is built/,
  ]);
  const mean = config(
    /"class_name": "GRU", "config": /,
    '"class_name": "GlobalAveragePooling1D", "config": ',
  );
  cases.push(["text", mean, /as a GlobalAveragePooling1D without a mask/]);
  const meanOfBranch = config('"class_name": "Bidirectional"', '"class_name": "GlobalAveragePooling1D"');
  cases.push(["branches", meanOfBranch, /as a GlobalAveragePooling1D without a mask/]);
  const other = /("backward_layer".*?"units": )4/;
  cases.push(["text", config(other, "$15"), /the same layer both ways: its backward_layer is another one/]);
  for (const [name, change, message] of cases) {
    await assert.rejects(loadKeras(await changed(name, change)), message);
  }
});

Deno.test("models that Keras lacks are refused by name", async () => {
  const path = await temporary();
  const refused = (layer: tf.layers.Layer) => saveKeras(tf.sequential({ layers: [layer] }), path);
  await assert.rejects(
    refused(peepholeLSTM({ units: 2, inputShape: [3, 2] })),
    /with a layer PeepholeLSTM: Keras has none; saveModel/,
  );
  await assert.rejects(
    refused(tf.layers.thresholdedReLU({ inputShape: [3] })),
    /with a layer ThresholdedReLU/,
  );
  const hard = tf.layers.dense({ units: 1, activation: "hardSigmoid", inputShape: [3] });
  await assert.rejects(refused(hard), /activation that both sides have: hard_sigmoid/);
});

Deno.test("loading and saving leave no tensors behind", async () => {
  const before = tf.memory().numTensors, path = await temporary();
  const model = await loadKeras(fixture("text"));
  await saveKeras(model, path);
  model.dispose();
  await assert.rejects(
    loadKeras(await changed("text", { config: (text) => text.replace('"units": 2', '"units": 3') })),
  );
  assert.equal(tf.memory().numTensors, before);
});
