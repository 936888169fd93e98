import assert from "node:assert/strict";
import {
  applyAdam,
  applyMomentum,
  applyRMSprop,
  applySGD,
  compiled,
  tf,
  useEngine,
} from "unroll/engine/mod.ts";

await useEngine({ backend: "tensorflow" });

/** The first value of a step's first result; frees the results. */
function value(results: tf.Tensor[]): number {
  const [first] = results[0]!.dataSync();
  tf.dispose(results);
  return first!;
}

Deno.test("a clone of a variable keeps its value while the variable is updated in place", () => {
  const w = tf.variable(tf.tensor1d([1, 2])), rate = tf.scalar(0.5), kept = tf.clone(w);
  const step = compiled((gradient) => {
    applySGD({ variable: w, slots: [], gradient }, { rate });
    return [tf.sum(w)];
  });
  const gradient = tf.tensor1d([1, 1]);
  assert.deepEqual(Array.from({ length: 4 }, () => value(step(gradient))), [2, 1, 0, -1]);
  assert.deepEqual([...kept.dataSync()], [1, 2]);
  step.dispose();
  tf.dispose([w, rate, kept, gradient]);
});

Deno.test("a variable that is assigned and then updated in place in one step keeps both changes", () => {
  const w = tf.tidy(() => tf.variable(tf.scalar(1))), rate = tf.scalar(1);
  const step = compiled((gradient) => {
    const doubled = tf.mul(w, 2) as tf.Scalar;
    w.assign(doubled);
    applySGD({ variable: w, slots: [], gradient }, { rate });
    return [tf.clone(w), doubled];
  });
  const gradient = tf.scalar(1), seen: number[][] = [];
  for (let i = 0; i < 5; i++) {
    const results = step(gradient);
    seen.push(results.map((one) => one.dataSync()[0]!));
    tf.dispose(results);
    tf.tidy(() => w.assign(tf.add(w, 1)));
  }
  assert.deepEqual(seen, [[1, 2], [3, 4], [7, 8], [15, 16], [31, 32]]);
  assert.match(step.state, /^replayed/);
  step.dispose();
  tf.dispose([w, rate, gradient]);
});

/** Runs an update natively and by its formula, from the same start, for ten steps. */
function compareUpdates(
  native: (w: tf.Variable, slots: tf.Variable[], g: tf.Tensor) => boolean,
  formula: (w: number, slots: number[], g: number) => [number, number[]],
  slotCount: number,
): void {
  const w = tf.variable(tf.scalar(0.7)),
    slots = Array.from({ length: slotCount }, () => tf.variable(tf.scalar(0)));
  let plain: [number, number[]] = [0.7, Array(slotCount).fill(0)];
  for (let i = 0; i < 10; i++) {
    const g = Math.sin(i + 1);
    tf.tidy(() => assert.equal(native(w, slots, tf.scalar(g)), true));
    plain = formula(plain[0], plain[1], g);
    assert.ok(Math.abs(w.dataSync()[0]! - plain[0]) < 1e-5, `step ${i}`);
  }
  tf.dispose([w, ...slots]);
}

Deno.test("fused updates follow their formulas", () => {
  const rate = tf.scalar(0.05),
    r = 0.05,
    beta1 = 0.9,
    beta2 = 0.999,
    epsilon = 1e-7,
    rho = 0.9,
    momentum = 0.8;
  compareUpdates(
    (variable, slots, gradient) => applyAdam({ variable, slots, gradient }, { rate, beta1, beta2, epsilon }),
    (w, [m, v], g) => {
      m! += (g - m!) * (1 - beta1);
      v! += (g * g - v!) * (1 - beta2);
      return [w - r * m! / (Math.sqrt(v!) + epsilon), [m!, v!]];
    },
    2,
  );
  compareUpdates(
    (variable, slots, gradient) =>
      applyRMSprop({ variable, slots, gradient }, { rate, rho, momentum, epsilon }),
    (w, [v, m], g) => {
      v = rho * v! + (1 - rho) * g * g;
      m = momentum * m! + r * g / Math.sqrt(v + epsilon);
      return [w - m, [v, m]];
    },
    2,
  );
  for (const nesterov of [false, true]) {
    compareUpdates(
      (variable, slots, gradient) =>
        applyMomentum({ variable, slots, gradient }, { rate, momentum, nesterov }),
      (w, [m], g) => {
        m = momentum * m! - r * g;
        return [nesterov ? w + momentum * m - r * g : w + m, [m]];
      },
      1,
    );
  }
  rate.dispose();
});
