import { strict as assert } from "node:assert";
import {
  compiled,
  cudnnBoth,
  cudnnRecurrent,
  forceRecurrentPath,
  hasCudnnKind,
  tf,
  useEngine,
} from "../../lib/engine/mod.ts";
import { tensorflow } from "../../lib/engine/tensorflow/backend.ts";
import { bidirectional, gru, lstm, simpleRNN } from "../../lib/layers/mod.ts";
import { maskOf, tensor } from "../layers/_golden.ts";
import { hasGPU, onGPU, within } from "./_simulated_gpu.ts";

await useEngine({ backend: "tensorflow" });
const farthest = (a: tf.Tensor, b: tf.Tensor): number => tf.max(tf.abs(tf.sub(a, b))).dataSync()[0]!;

/** Weights of a network, and what goes through it. */
function example(gates: number, biasParts = gates) {
  const [batch, steps, features, units] = [3, 5, 4, 2];
  const weights = (seed: number) => ({
    kernel: tensor([features, gates * units], seed),
    recurrentKernel: tensor([units, gates * units], seed + 1),
    bias: tensor([biasParts * units], seed + 2),
  });
  return { x: tensor([batch, steps, features], 1), units, batch, weights };
}

Deno.test("a network that cuDNN lacks is refused by name", () => {
  assert.equal(hasCudnnKind("gru"), false);
  assert.equal(hasCudnnKind("gruResetAfter"), true);
  const { x, weights } = example(3);
  assert.throws(() => cudnnRecurrent({ x, ...weights(2) }, { kind: "gru" }), {
    name: "TypeError",
    message: "Cannot run gru as one of cuDNN's networks: lstm, gruResetAfter, tanhRNN, reluRNN",
  });
});

Deno.test("both directions at once are the two directions", () => {
  onGPU(() => {
    const { x, batch, units, weights } = example(3, 4), [ahead, back] = [weights(10), weights(20)];
    const h = tensor([2, batch, units], 5), lengths = tf.tensor1d([5, 2, 1], "int32");
    const both = cudnnBoth({ x, before: [h], lengths, directions: [ahead, back] }, "gruResetAfter");
    const [first, second] = tf.unstack(h), options = { kind: "gruResetAfter", states: true } as const;
    const one = cudnnRecurrent({ x, before: [first!], lengths, ...ahead }, options);
    const whole = cudnnBoth({ x, before: [h], directions: [ahead, back] }, "gruResetAfter");
    const other = cudnnRecurrent({ x, before: [second!], ...back }, { ...options, reversed: true });
    const [left] = tf.split(both.y, 2, -1), [, right] = tf.split(whole.y, 2, -1);
    assert.ok(farthest(left!, one.y!) < within());
    assert.ok(farthest(right!, other.y!) < within());
    assert.ok(farthest(tf.unstack(both.after[0]!)[0]!, one.after[0]!) < within());
    assert.ok(farthest(tf.unstack(whole.after[0]!)[1]!, other.after[0]!) < within());
  });
});

Deno.test("what a wrapper's directions share runs in one call, else in two", () => {
  const mask = maskOf("holes", 4, 6), x = tensor([4, 6, 3], 1);
  const callsOf = (options: object, training = false): number =>
    onGPU(({ operations }) => {
      const layer = bidirectional({ layer: lstm({ units: 2, ...options }) });
      layer.apply(x);
      operations.length = 0;
      layer.apply(x, { mask, training });
      return operations.filter((name) => name === "CudnnRNNV3").length;
    });
  assert.equal(callsOf({ returnSequences: true }), 1);
  assert.equal(callsOf({ returnState: true }, true), 1);
  assert.equal(callsOf({ goBackwards: true }), 2);
  assert.equal(callsOf({ dropout: 0.5 }, true), 2);
  assert.equal(callsOf({ dropout: 0.5 }, false), 1);
  assert.equal(callsOf({ recurrentDropout: 0.5 }, true), 0);
});

Deno.test("masks: cuDNN agrees with the portable loop, the carry and hidden sequences included", () => {
  const x = tensor([4, 6, 3], 1), states = [tensor([4, 2], 2), tensor([4, 2], 3)];
  for (const kind of ["right", "left", "holes", "hidden"]) {
    const mask = maskOf(kind, 4, 6);
    for (const options of [{ returnSequences: true }, { goBackwards: true }, {}]) {
      for (const wrap of [false, true]) {
        const inner = lstm({ units: 2, returnState: true, ...options });
        const layer = wrap ? bidirectional({ layer: inner }) : inner;
        const given = wrap ? [...states, ...states.map((state) => tf.neg(state))] : states;
        const run = () => layer.apply([x, ...given], { mask }) as tf.Tensor[];
        layer.apply([x, ...given]);
        layer.setWeights(layer.getWeights().map(({ shape }, i) => tensor(shape, 10 + i)));
        forceRecurrentPath("portable");
        const expected = run();
        forceRecurrentPath();
        const seen = onGPU(run);
        seen.forEach((value, i) =>
          assert.ok(
            farthest(value, expected[i]!) < within(),
            `${kind} ${JSON.stringify(options)} ${wrap} ${i}`,
          )
        );
      }
    }
  }
});

Deno.test(
  "a run without a gradient keeps no reserve, and nothing native is left behind",
  () => {
    onGPU((calls) => {
      const layer = gru({ units: 3, returnSequences: true }), x = tensor([2, 6, 4], 1);
      layer.apply(x);
      const weights = layer.trainableWeights.map((weight) => weight.read() as tf.Variable);
      const { tensors } = tensorflow()!.machine, before = [tensors.count, tf.memory().numTensors];
      tf.dispose(layer.apply(x) as tf.Tensor);
      const isTraining = () =>
        calls.cudnn.at(-2 + Number(calls.cudnn.at(-1)!.op === "CudnnRNNV3"))!
          .attributes.find(({ name }) => name === "is_training")!.value;
      assert.equal(isTraining(), false);
      tf.tidy(() => tf.variableGrads(() => tf.sum(layer.apply(x) as tf.Tensor), weights).value);
      assert.equal(isTraining(), true);
      assert.deepEqual([tensors.count - 1, tf.memory().numTensors - 1], before); // the loss
    });
  },
);

Deno.test("steps behind the lengths get no gradient, whatever memory held", () => {
  onGPU(() => {
    const { x, weights } = example(4), lengths = tf.tensor1d([5, 2, 1], "int32"), own = weights(2);
    const loss = (x: tf.Tensor): tf.Scalar =>
      tf.sum(cudnnRecurrent({ x, lengths, ...own }, { kind: "lstm" }).y!);
    const dx = tf.grad(loss)(x).arraySync() as number[][][];
    assert.ok(dx.flat(2).every(Number.isFinite));
    assert.deepEqual(dx[2]![1], [0, 0, 0, 0]);
    assert.ok(dx[2]![0]!.some((value) => value !== 0));
  });
});

Deno.test("a training step is recorded as one native function, cuDNN's operations inside", () => {
  onGPU(() => {
    const layer = bidirectional({ layer: simpleRNN({ units: 3 }) });
    const x = tensor([2, 6, 4], 1), mask = maskOf("right", 2, 6);
    layer.apply(x);
    const weights = layer.trainableWeights.map((weight) => weight.read() as tf.Variable);
    const loss = (x: tf.Tensor, mask: tf.Tensor): tf.Scalar =>
      tf.sum(layer.apply(x, { mask, training: true }) as tf.Tensor) as tf.Scalar;
    const step = compiled((x, mask) => {
      const { value, grads } = tf.variableGrads(() => loss(x, mask), weights);
      return [value, ...Object.values(grads)];
    });
    for (let i = 0; i < 2; i++) tf.dispose(step(x, mask));
    assert.equal(step.state, "replayed as 1 native parts");
    if (hasGPU()) assert.ok(farthest(step(x, mask)[0]!, loss(x, mask)) < within());
    else assert.throws(() => step(x, mask), /CudnnRNN/, "a processor has no kernel for what is in it");
    step.dispose();
  });
});
