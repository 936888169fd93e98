import assert from "node:assert/strict";
import { applyAdam, compiled, nativeCall, tf, useEngine } from "unroll/engine/mod.ts";
import { tensorflow } from "../../lib/engine/tensorflow/backend.ts";

await useEngine({ backend: "tensorflow" });

/** The first value of a step's first result; frees the results. */
function value(results: tf.Tensor[]): number {
  const [first] = results[0]!.dataSync();
  tf.dispose(results);
  return first!;
}

const nativeTensors = (): number => tensorflow()!.machine.tensors.count;

Deno.test("a recorded step gives what the step gives, on new inputs", () => {
  const step = compiled((x, y) => [tf.sum(tf.matMul(x, y, false, true)), tf.add(x, y)]);
  for (let i = 0; i < 5; i++) {
    const x = tf.fill([2, 3], i), y = tf.fill([2, 3], 2);
    const [sum, both] = step(x, y);
    assert.equal(sum!.dataSync()[0], i * 2 * 3 * 4);
    assert.deepEqual([...both!.dataSync()], Array(6).fill(i + 2));
    tf.dispose([x, y, sum!, both!]);
  }
  assert.match(step.state, /^replayed as 1 native parts/);
  step.dispose();
});

Deno.test("variables are read anew and assigned at each replay", () => {
  const counter = tf.variable(tf.scalar(0)), factor = tf.variable(tf.scalar(1));
  const step = compiled(() => {
    counter.assign(tf.add(counter, 1));
    return [tf.mul(counter, factor)];
  });
  const seen = [];
  for (let i = 0; i < 6; i++) {
    if (i === 4) tf.tidy(() => factor.assign(tf.scalar(10))); // a schedule takes effect
    seen.push(value(step()));
  }
  assert.deepEqual(seen, [1, 2, 3, 4, 50, 60]);
  assert.match(step.state, /^replayed/);
  step.dispose();
  tf.dispose([counter, factor]);
});

Deno.test("a smaller last batch is recorded on its own", () => {
  const step = compiled((x) => [tf.sum(x)]);
  const whole = tf.ones([4, 2]), rest = tf.ones([3, 2]);
  for (let epoch = 0; epoch < 4; epoch++) {
    assert.equal(value(step(whole)), 8);
    assert.equal(value(step(whole)), 8);
    assert.equal(value(step(rest)), 6);
  }
  assert.match(step.state, /^replayed/);
  step.dispose();
  tf.dispose([whole, rest]);
});

Deno.test("what changes in JavaScript is never baked in", () => {
  let rate = 1;
  const step = compiled((x) => [tf.mul(x, tf.scalar(rate))]), x = tf.scalar(2);
  for (; rate < 8; rate++) assert.equal(value(step(x)), 2 * rate);
  assert.match(step.state, /something else each time/);
  step.dispose();
  x.dispose();
});

Deno.test("tfjs's own random numbers are noticed", () => {
  const step = compiled((x) => [tf.dropout(x, 0.5)]), x = tf.ones([200]);
  const masks = Array.from({ length: 6 }, () => {
    const [mask] = step(x);
    const text = mask!.dataSync().join();
    mask!.dispose();
    return text;
  });
  assert.equal(new Set(masks).size, 6);
  step.dispose();
  x.dispose();
});

Deno.test("a step that reads values back runs operation by operation", () => {
  const step = compiled((x) => [tf.scalar(tf.sum(x).dataSync()[0]! * 2)]);
  for (const size of [1, 1, 1, 1]) {
    const x = tf.fill([2], size);
    assert.equal(value(step(x)), 4 * size);
    x.dispose();
  }
  assert.match(step.state, /reads a tensor's values/);
  step.dispose();
});

Deno.test("an error in the step is thrown, and the next call works", () => {
  const step = compiled((x) => [tf.matMul(x, tf.ones([3, 3]))]);
  const before = nativeTensors(), wrong = tf.ones([2, 2]), right = tf.ones([2, 3]);
  assert.throws(() => step(wrong));
  assert.equal(value(step(right)), 3);
  tf.dispose([wrong, right]);
  step.dispose();
  assert.equal(nativeTensors(), before);
});

Deno.test("a step with an embedding is replayed, and a wrong index refused", () => {
  const table = tf.tidy(() => tf.variable(tf.tensor2d([[1, 2], [3, 4], [5, 6]])));
  const step = compiled((ids) => [tf.sum(tf.gather(table as unknown as tf.Tensor2D, ids as tf.Tensor1D))]);
  const ids = tf.tensor1d([0, 2], "int32"), wrong = tf.tensor1d([0, 3], "int32");
  for (let i = 0; i < 4; i++) assert.equal(value(step(ids)), 14);
  assert.match(step.state, /^replayed/);
  const refused = (): void => assert.throws(() => step(wrong), /\] = 3 is not in/);
  refused();
  const before = nativeTensors();
  refused();
  assert.equal(nativeTensors(), before);
  step.dispose();
  assert.throws(() => tf.gather(table, wrong), RangeError);
  tf.dispose([table, ids, wrong]);
});

Deno.test("a native call is made again at each replay, on the memory of the moment", () => {
  const double = (x: tf.Tensor): tf.Tensor =>
    nativeCall([x], {
      name: "double 3",
      shapes: [[3]],
      run: ([from], [to]) => {
        const source = new Float32Array(Deno.UnsafePointerView.getArrayBuffer(from!, 12));
        const target = new Float32Array(Deno.UnsafePointerView.getArrayBuffer(to!, 12));
        for (let i = 0; i < 3; i++) target[i] = 2 * source[i]!;
      },
    })[0]!;
  const step = compiled((x) => [tf.sum(double(tf.add(x, 1)))]);
  for (let i = 0; i < 5; i++) {
    const x = tf.fill([3], i);
    assert.equal(value(step(x)), 6 * (i + 1));
    x.dispose();
  }
  assert.match(step.state, /^replayed as 3 native parts/);
  step.dispose();
});

Deno.test("a native call that throws leaves nothing behind", () => {
  const x = tf.ones([3]);
  x.add(0).dispose(); // x's memory is there
  const before = nativeTensors();
  const run = (): never => {
    throw new RangeError("out of luck");
  };
  assert.throws(() => nativeCall([x], { name: "unlucky", shapes: [[3], [5]], run }), /out of luck/);
  assert.equal(nativeTensors(), before);
  x.dispose();
});

Deno.test("two variables may be given one tensor, and swap theirs", () => {
  const a = tf.variable(tf.scalar(1)), b = tf.variable(tf.scalar(2));
  const swap = compiled(() => {
    const old = tf.clone(a);
    a.assign(b);
    b.assign(old);
    return [tf.sub(a, b)];
  });
  assert.deepEqual(Array.from({ length: 5 }, () => value(swap())), [1, -1, 1, -1, 1]);
  const same = compiled(() => {
    const sum = tf.add(a, b) as tf.Scalar;
    a.assign(sum);
    b.assign(sum);
    return [sum];
  });
  assert.deepEqual(Array.from({ length: 4 }, () => value(same())), [3, 6, 12, 24]);
  swap.dispose();
  same.dispose();
  tf.dispose([a, b]);
});

Deno.test("thousands of replays keep the same tensors, and disposing frees all", () => {
  const before = [tf.memory().numTensors, nativeTensors()];
  const variable = (value: number): tf.Variable => tf.tidy(() => tf.variable(tf.fill([8, 8], value)));
  const w = variable(0.1), m = variable(0), v = variable(0);
  const rate = tf.scalar(1e-3), x = tf.ones([4, 8]);
  const step = compiled((x) => {
    const { value, grads } = tf.variableGrads(
      () => tf.mean(tf.square(tf.tanh(tf.matMul(x as tf.Tensor2D, w as unknown as tf.Tensor2D)))),
      [w],
    );
    applyAdam({ variable: w, slots: [m, v], gradient: grads[w.name]! }, {
      rate,
      beta1: 0.9,
      beta2: 0.999,
      epsilon: 1e-7,
    });
    return [value];
  });
  for (let i = 0; i < 10; i++) value(step(x));
  const during = [tf.memory().numTensors, nativeTensors()];
  let last = 1;
  for (let i = 0; i < 2000; i++) last = value(step(x));
  assert.deepEqual([tf.memory().numTensors, nativeTensors()], during);
  assert.ok(last < 0.5, `the loss fell to ${last}`);
  step.dispose();
  tf.dispose([w, m, v, rate, x]);
  assert.deepEqual([tf.memory().numTensors, nativeTensors()], before);
});
