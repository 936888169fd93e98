import assert from "node:assert/strict";
import {
  compiled,
  dropout,
  orthogonal,
  randomNormal,
  randomUniform,
  seedGenerator,
  tf,
  truncatedNormal,
  useEngine,
} from "unroll/engine/mod.ts";

await useEngine({ backend: "tensorflow" });

Deno.test("the same seed gives the same numbers, another seed others", () => {
  tf.tidy(() => {
    const draw = (seed: number): number[] => [...randomUniform([1000], { seed }).dataSync()];
    assert.deepEqual(draw(7), draw(7));
    assert.notDeepEqual(draw(7), draw(8));
  });
});

Deno.test("draws have the moments asked for", () => {
  tf.tidy(() => {
    const mean = (x: tf.Tensor): number => tf.mean(x).dataSync()[0]!;
    const uniform = randomUniform([100_000], { low: -2, high: 4, seed: 1 });
    assert.ok(Math.abs(mean(uniform) - 1) < 0.03);
    assert.ok(tf.min(uniform).dataSync()[0]! >= -2 && tf.max(uniform).dataSync()[0]! < 4);
    const normal = randomNormal([100_000], { mean: 3, standardDeviation: 2, seed: 1 });
    assert.ok(Math.abs(mean(normal) - 3) < 0.03);
    assert.ok(Math.abs(Math.sqrt(mean(tf.square(tf.sub(normal, 3)))) - 2) < 0.03);
    const truncated = truncatedNormal([100_000], { seed: 1 });
    assert.ok(tf.max(tf.abs(truncated)).dataSync()[0]! <= 2);
  });
});

Deno.test("dropout drops the share asked for and keeps the mean", () => {
  tf.tidy(() => {
    const kept = dropout(tf.ones([100_000]), 0.3, { seed: 5 }).dataSync();
    const share = kept.filter((value) => value === 0).length / kept.length;
    assert.ok(Math.abs(share - 0.3) < 0.01, `dropped ${share}`);
    assert.ok(kept.every((value) => value === 0 || Math.abs(value - 1 / 0.7) < 1e-6));
  });
});

Deno.test("dropout's gradient passes through what was kept", () => {
  tf.tidy(() => {
    const seed = 11, x = tf.ones([50]);
    const slope = tf.grad((x) => tf.sum(dropout(x, 0.5, { seed })))(x);
    assert.deepEqual(slope.dataSync(), dropout(x, 0.5, { seed }).dataSync());
  });
});

Deno.test("masks differ from step to step of a recorded step, and start again with the seed", () => {
  const run = (): string[] => {
    const seed = seedGenerator(3), step = compiled((x) => [dropout(x, 0.5, { seed })]), x = tf.ones([64]);
    const masks = Array.from({ length: 6 }, () => {
      const [mask] = step(x);
      const text = mask!.dataSync().join();
      mask!.dispose();
      return text;
    });
    assert.match(step.state, /^replayed/);
    step.dispose();
    seed.dispose();
    x.dispose();
    return masks;
  };
  const first = run();
  assert.equal(new Set(first).size, 6);
  assert.deepEqual(run(), first);
});

Deno.test("orthogonal matrices are orthogonal, wide, tall and square", () => {
  for (const shape of [[4, 9], [9, 4], [6, 6]]) {
    tf.tidy(() => {
      const q = orthogonal(shape, { seed: 2 });
      const wide = shape[0]! < shape[1]!;
      const product = tf.matMul(q, q, !wide, wide);
      const error = tf.max(tf.abs(tf.sub(product, tf.eye(product.shape[0])))).dataSync()[0]!;
      assert.ok(error < 1e-5, `${shape}: ${error}`);
    });
  }
});

Deno.test("bad seeds, rates and shapes are refused", () => {
  assert.throws(() => randomUniform([2], { seed: 0.5 }), RangeError);
  assert.throws(() => seedGenerator(2 ** 40), RangeError);
  assert.throws(() => dropout(tf.ones([2]), 1, { seed: 1 }), RangeError);
  assert.throws(() => orthogonal([2, 2, 2], { seed: 1 }), TypeError);
});

Deno.test("nothing leaks", () => {
  const before = tf.memory().numTensors;
  randomNormal([3], { seed: 1 }).dispose();
  orthogonal([3, 4], { seed: 1 }).dispose();
  const x = tf.ones([3]);
  dropout(x, 0.5, { seed: 1 }).dispose();
  x.dispose();
  assert.equal(tf.memory().numTensors, before);
});
