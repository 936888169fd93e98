import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { tf, useEngine } from "../../lib/engine/mod.ts";
import * as own from "../../lib/layers/mod.ts";
import { saveModel, stockProblems } from "../../lib/models/mod.ts";
import { startBrowser } from "../../tools/report/browser.ts";
import { outputsOf } from "../models/_keras.ts";
import { branching, studies, translator } from "../models/_models.ts";

await useEngine(Deno.env.get("CPU") ? { backend: "cpu" } : {});

/** Stock tfjs as pages load it. */
const library = fileURLToPath(new URL("../../node_modules/@tensorflow/tfjs/dist/tf.min.js", import.meta.url));

/** A row of layers with weights that are large enough to tell numbers apart, the same each time. */
function row(...layers: tf.layers.Layer[]): tf.LayersModel {
  const model = tf.sequential({ layers });
  model.trainableWeights.forEach((weight, w) => {
    const { shape } = weight.read(), size = shape.reduce((a, b) => a * b, 1);
    weight.write(tf.tensor(Float32Array.from({ length: size }, (_, i) => 0.8 * Math.sin(7 * i + w)), shape));
  });
  return model;
}
const inputShape = [6, 3], steps = { units: 4, returnSequences: true };

/** One model for each layer whose numbers stock tfjs could have otherwise, and the studies' own. */
function models(): tf.LayersModel[] {
  const { bidirectional, dropout, embedding, gru, lstm, simpleRNN } = own, { layers } = tf;
  const words = (maskZero: boolean): tf.layers.Layer =>
    embedding({ inputDim: 5, outputDim: 3, maskZero, inputShape: [6] });
  const masking = layers.masking({ maskValue: 1, inputShape });
  return [
    row(
      words(false),
      bidirectional({ layer: lstm(steps) }),
      gru({ ...steps, resetAfter: false }),
      simpleRNN({ units: 2 }),
    ),
    row(words(true), lstm(steps), dropout({ rate: 0.5 }), simpleRNN({ units: 4, activation: "relu" })),
    row(words(true), gru({ units: 4, resetAfter: false })),
    row(
      masking,
      layers.timeDistributed({ layer: layers.dense({ units: 2 }) }),
      lstm({ units: 2, goBackwards: true }),
    ),
    row(words(true), bidirectional({ layer: lstm(steps) })),
    row(words(true), bidirectional({ layer: gru({ units: 4, resetAfter: false }), mergeMode: "ave" })),
    row(gru({ ...steps, inputShape })),
    row(own.peepholeLSTM({ units: 4, inputShape })),
    row(lstm({ units: 4, recurrentActivation: "hardSigmoid", inputShape })),
    row(simpleRNN({ units: 4, activation: "leakyRelu", inputShape })),
    row(own.normalization({ inputShape })),
    row(own.resizing({ height: 4, width: 5, inputShape: [7, 8, 1] })),
    ...studies(),
    branching(),
    translator(),
  ];
}

/** What the page says: the outputs, or why there are none. */
type Answer = { outputs: ReturnType<typeof outputsOf> } | { error: string };

const page = `<!doctype html><script src="/tf.min.js"></script><script>
async function answer(index) {
  try {
    await tf.setBackend("cpu");
    const model = await tf.loadLayersModel("/" + index + "/model.json");
    const inputs = model.inputs.map((input) => {
      const shape = [2, ...input.shape.slice(1).map((size) => size ?? 20)], size = shape.reduce((a, b) => a * b, 1);
      return tf.tensor(Float32Array.from({ length: size }, (_, i) => i * 7 % 11 % 3), shape);
    });
    const outputs = [model.predict(inputs.length === 1 ? inputs[0] : inputs)].flat();
    return { outputs: outputs.map((output) => ({ shape: output.shape, values: [...output.dataSync()] })) };
  } catch (error) {
    return { error: String(error.message) };
  }
}
</script>`;

/** The page, the library and the models' folders, for this machine alone. */
function serve(folder: string): Deno.HttpServer<Deno.NetAddr> {
  return Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, async ({ url }) => {
    const { pathname } = new URL(url);
    if (pathname === "/") return new Response(page, { headers: { "content-type": "text/html" } });
    const file = pathname === "/tf.min.js" ? library : join(folder, pathname);
    return new Response(await Deno.readFile(file).catch(() => null));
  });
}

async function answersOf(all: tf.LayersModel[]): Promise<Answer[]> {
  const folder = await Deno.makeTempDir();
  for (const [i, model] of all.entries()) await saveModel(model, join(folder, `${i}`));
  const browser = await startBrowser();
  await using server = serve(folder);
  try {
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${server.addr.port}/`);
    const answers: Answer[] = [];
    for (const i of all.keys()) answers.push(await tab.evaluate(`answer(${i})`) as Answer);
    return answers;
  } finally {
    await browser.close();
  }
}

/** The largest difference between two models' outputs; Infinity where there are none. */
function distance(answer: Answer, expected: ReturnType<typeof outputsOf>): number {
  if ("error" in answer) return Infinity;
  const pairs = expected.flatMap(({ values }, i) =>
    values.map((value, j) => Math.abs(value - answer.outputs[i]!.values[j]!))
  );
  return Math.max(...pairs);
}

Deno.test("a saved model opens in stock tfjs in a browser and says the same, or stockProblems says why not", async () => {
  const all = models(), answers = await answersOf(all);
  for (const [i, model] of all.entries()) {
    const problems = stockProblems(model), away = distance(answers[i]!, outputsOf(model));
    const said = JSON.stringify({ i, problems, away, answer: answers[i] }).slice(0, 500);
    assert.ok(problems.length === 0 ? away <= 1e-5 : away > 1e-4, said);
  }
  assert.ok(all.filter((model) => stockProblems(model).length === 0).length >= 5);
});
