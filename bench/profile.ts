/**
 * `deno run -A bench/profile.ts [cnn|rnn]`: where a training step of the language networks spends its time, operation by
 * operation, with tfjs's own gradients, kernels, loss, dropout and Adam, and with the engine's; then the recorded step as a whole.
 * Times are milliseconds a step, medians of five; the layers are those of study 000 without the LSTM.
 *
 * @module
 */
import { createRequire } from "node:module";
import {
  applyAdam,
  compiled,
  dropout,
  seedGenerator,
  sparseSoftmaxCrossEntropy,
  tf,
  useEngine,
} from "unroll/engine/mod.ts";
import { forceRecurrentPath } from "../lib/engine/onednn/recurrent_path.ts";
import { tensorflow } from "../lib/engine/tensorflow/backend.ts";

type Network = "cnn" | "rnn";
type Style = "tfjs" | "engine";

const replaced = ["Relu", "Sigmoid", "Tanh"];
const stockGradients = replaced.map((name) => tf.getGradient(name)); // before the engine puts its own in
await useEngine({ backend: "tensorflow" });
const ownGradients = replaced.map((name) => tf.getGradient(name));
const ownAdd = tf.getKernel("Add", "tensorflow");
const clock = watchOperations();
const wanted = Deno.args.length > 0 ? Deno.args as Network[] : ["cnn", "rnn"] as const;
for (const network of wanted) {
  const engine = profile(network, "engine");
  const recorded = wholeStep(network);
  const before = profile(network, "tfjs");
  print(network, before, engine, recorded);
}

/** Milliseconds of each operation in a step. */
function profile(network: Network, style: Style): Map<string, number[]> {
  useStyle(style);
  const { step, dispose } = makeStep(network, style), runs: Map<string, number>[] = [];
  for (let run = 0; run < 7; run++) {
    clock.restart();
    const start = performance.now();
    tf.tidy(() => step()[0]!.dataSync());
    clock.times.set("whole step", performance.now() - start);
    if (run >= 2) runs.push(new Map(clock.times));
  }
  dispose();
  const names = new Set(runs.flatMap((times) => [...times.keys()]));
  return new Map([...names].map((name) => [name, runs.map((times) => times.get(name) ?? 0)]));
}

function wholeStep(network: Network): number {
  useStyle("engine");
  const { step, dispose } = makeStep(network, "engine"), replayed = compiled(step), times: number[] = [];
  for (let run = 0; run < 9; run++) {
    const start = performance.now(), [loss] = replayed();
    loss!.dataSync();
    loss!.dispose();
    if (run >= 4) times.push(performance.now() - start);
  }
  replayed.dispose();
  dispose();
  return median(times);
}

function print(
  network: Network,
  before: Map<string, number[]>,
  after: Map<string, number[]>,
  recorded: number,
): void {
  const rows = [...new Set([...before.keys(), ...after.keys()])].map((name) => ({
    operation: name,
    "tfjs (ms)": rounded(before.get(name)),
    "engine (ms)": rounded(after.get(name)),
  }));
  rows.sort((a, b) => b["tfjs (ms)"] + b["engine (ms)"] - a["tfjs (ms)"] - a["engine (ms)"]);
  console.log(`language ${network}, one training step`);
  console.table(rows.slice(0, 16));
  console.log(`the engine's step recorded and replayed: ${recorded.toFixed(1)} ms\n`);
}

/** A step of the network on one random batch of 32. */
function makeStep(network: Network, style: Style): { step: () => tf.Tensor[]; dispose(): void } {
  const model = network === "cnn" ? convolutions2d() : convolutions1d(), seed = seedGenerator(1);
  const shape = [32, ...model.inputs[0]!.shape.slice(1)] as number[];
  const x = tf.randomNormal(shape),
    labels = tf.tidy(() => tf.range(0, 32, 1, "int32").mod(tf.scalar(4, "int32")));
  const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const slots = variables.map((one) => tf.tidy(() => [0, 1].map(() => tf.variable(tf.zerosLike(one)))));
  const rate = tf.scalar(1e-3), stock = tf.train.adam(1e-3);
  const forward = (): tf.Tensor =>
    model.layers.reduce((value: tf.Tensor, layer) => {
      if (layer.getClassName() !== "Dropout") return layer.apply(value) as tf.Tensor;
      return style === "tfjs" ? tf.dropout(value, 0.3) : dropout(value, 0.3, { seed });
    }, x);
  const loss = (): tf.Scalar => {
    const logits = forward();
    if (style === "engine") return tf.mean(sparseSoftmaxCrossEntropy(labels, logits));
    return tf.losses.softmaxCrossEntropy(tf.oneHot(labels as tf.Tensor1D, 4), logits);
  };
  const step = (): tf.Tensor[] => {
    const { value, grads } = tf.variableGrads(loss, variables);
    if (style === "tfjs") stock.applyGradients(grads as Record<string, tf.Variable>);
    else {
      variables.forEach((variable, i) => {
        const update = { variable, slots: slots[i]!, gradient: grads[variable.name]! };
        applyAdam(update, { rate, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 });
      });
    }
    return [value];
  };
  return { step, dispose: () => tf.dispose([x, labels, rate, ...slots.flat(), ...variables, seed.state]) };
}

function convolutions2d(): tf.Sequential {
  const { conv2d, maxPooling2d, dropout, flatten, dense } = tf.layers,
    relu = { kernelSize: 3, activation: "relu" } as const;
  return tf.sequential({
    layers: [
      conv2d({ ...relu, filters: 64, inputShape: [128, 128, 1] }),
      maxPooling2d({ poolSize: 3 }),
      dropout({ rate: 0.3 }),
      conv2d({ ...relu, filters: 128 }),
      maxPooling2d({ poolSize: 3 }),
      dropout({ rate: 0.3 }),
      flatten(),
      dense({ units: 32, activation: "relu" }),
      dense({ units: 4 }),
    ],
  });
}

function convolutions1d(): tf.Sequential {
  const { conv1d, maxPooling1d, dropout, flatten, dense } = tf.layers,
    relu = { kernelSize: 3, activation: "relu" } as const;
  return tf.sequential({
    layers: [
      conv1d({ ...relu, filters: 64, inputShape: [500, 129] }),
      maxPooling1d({ poolSize: 3, strides: 3 }),
      dropout({ rate: 0.3 }),
      conv1d({ ...relu, filters: 128 }),
      maxPooling1d({ poolSize: 3, strides: 3 }),
      dropout({ rate: 0.3 }),
      flatten(),
      dense({ units: 32, activation: "relu" }),
      dense({ units: 4 }),
    ],
  });
}

/** Puts tfjs's own gradients and kernels in, or the engine's back. */
function useStyle(style: Style): void {
  forceRecurrentPath(style === "tfjs" ? "portable" : undefined);
  for (const gradient of style === "tfjs" ? stockGradients : ownGradients) tf.registerGradient(gradient);
  const stockAdd = createRequire(import.meta.url)("@tensorflow/tfjs-node-gpu/dist/kernels/Add.js").addConfig;
  tf.unregisterKernel("Add", "tensorflow");
  tf.registerKernel(style === "tfjs" ? stockAdd : ownAdd);
}

/** Times each native execution by the name of its operation. */
function watchOperations(): { times: Map<string, number>; restart(): void } {
  const functions = tensorflow()!.machine.native.functions as Record<string, unknown>,
    times = new Map<string, number>();
  const newOp = functions.TFE_NewOp as (context: unknown, name: Uint8Array, status: unknown) => unknown;
  const execute = functions.TFE_Execute as (...args: unknown[]) => void, decoder = new TextDecoder();
  let current = "";
  functions.TFE_NewOp = (context: unknown, name: Uint8Array, status: unknown) => {
    current = decoder.decode(name.subarray(0, -1));
    return newOp(context, name, status);
  };
  functions.TFE_Execute = (...args: unknown[]) => {
    const name = current, start = performance.now();
    execute(...args);
    times.set(name, (times.get(name) ?? 0) + performance.now() - start);
  };
  return { times, restart: () => times.clear() };
}

function rounded(values: number[] | undefined): number {
  return values ? Math.round(10 * median(values)) / 10 : 0;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
