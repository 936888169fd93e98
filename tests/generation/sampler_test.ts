import assert from "node:assert/strict";
import { random } from "../../lib/core/mod.ts";
import { greedy, sampler } from "../../lib/generation/mod.ts";

const LOGITS = Float32Array.from([0.1, 0.5, 0.15, 0.25].map(Math.log));

function shares(options: Parameters<typeof sampler>[0], draws = 20_000): number[] {
  const pick = sampler({ ...options, random: random(3) });
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < draws; i++) counts[pick(LOGITS)]!++;
  return counts.map((count) => count / draws);
}

function near(received: number[], expected: number[]): void {
  received.forEach((share, i) =>
    assert.ok(Math.abs(share - expected[i]!) < 0.015, `${received} for ${expected}`)
  );
}

Deno.test("sampler: temperature 1 draws with the softmax's probabilities", () => {
  near(shares({}), [0.1, 0.5, 0.15, 0.25]);
});

Deno.test("sampler: a low temperature sharpens, a high one flattens", () => {
  const at = (t: number) => {
    const powers = [0.1, 0.5, 0.15, 0.25].map((p) => p ** (1 / t));
    const sum = powers.reduce((a, b) => a + b);
    return powers.map((power) => power / sum);
  };
  near(shares({ temperature: 0.5 }), at(0.5));
  near(shares({ temperature: 1.5 }), at(1.5));
});

Deno.test("sampler: a temperature near zero is the likeliest token, without overflow", () => {
  assert.deepEqual(shares({ temperature: 1e-30 }, 50), [0, 1, 0, 0]);
});

Deno.test("sampler: top-k keeps exactly k, of equals the first", () => {
  near(shares({ topK: 2 }), [0, 2 / 3, 0, 1 / 3]);
  const pick = sampler({ topK: 2, random: random(1) });
  const drawn = new Set(Array.from({ length: 200 }, () => pick(new Float32Array(4))));
  assert.deepEqual([...drawn].sort(), [0, 1]);
});

Deno.test("sampler: top-p keeps the fewest tokens that reach the share", () => {
  near(shares({ topP: 0.7 }), [0, 2 / 3, 0, 1 / 3]);
  near(shares({ topP: 0.01 }), [0, 1, 0, 0]);
  near(shares({ topK: 3, topP: 0.8 }), [0, 2 / 3, 0, 1 / 3]); // 0.8 of 0.9 = 0.72 < 0.75
});

/** The slow obvious twin of both cuts: which tokens can be drawn. */
function allowed(logits: Float32Array, { topK = Infinity, topP = 1 }): number[] {
  const weights = Array.from(logits, (logit) => Math.exp(logit - Math.max(...logits)));
  const order = weights.map((_, id) => id).sort((a, b) => weights[b]! - weights[a]! || a - b).slice(0, topK);
  const total = order.reduce((sum, id) => sum + weights[id]!, 0);
  let sum = 0;
  return order.filter((_, rank) => {
    const before = sum;
    sum += weights[order[rank]!]!;
    return rank === 0 || before < topP * total;
  });
}

Deno.test("sampler: of a long vocabulary only what the cuts leave is drawn, as if all were sorted", () => {
  const chance = random(4);
  for (const spread of [0, 0.5, 4]) {
    const logits = Float32Array.from({ length: 400 }, () => Math.round(8 * spread * chance.normal()) / 8);
    for (
      const cuts of [{ topK: 3 }, { topK: 300 }, { topP: 0.05 }, { topP: 0.999 }, { topK: 5, topP: 0.5 }]
    ) {
      const may = new Set(allowed(logits, cuts)), pick = sampler({ ...cuts, random: random(5) });
      const drawn = new Set(Array.from({ length: 1000 }, () => pick(logits)));
      assert.deepEqual([...drawn].filter((id) => !may.has(id)), [], JSON.stringify({ spread, cuts }));
      if (may.size <= 5) assert.equal(drawn.size, may.size, JSON.stringify({ spread, cuts }));
    }
  }
});

Deno.test("sampler: a mask is never drawn, whatever its logit", () => {
  near(shares({ mask: [1] }), [0.2, 0, 0.3, 0.5]);
});

Deno.test("sampler: the same seed draws the same tokens and leaves the logits alone", () => {
  const run = (seed: number) => {
    const pick = sampler({ random: random(seed) });
    return Array.from({ length: 30 }, () => pick(LOGITS));
  };
  const before = [...LOGITS];
  assert.deepEqual(run(5), run(5));
  assert.notDeepEqual(run(5), run(6));
  assert.deepEqual([...LOGITS], before);
});

Deno.test("sampler: bad options are range errors", () => {
  for (const temperature of [0, -1, NaN, Infinity]) {
    assert.throws(() => sampler({ temperature }), {
      name: "RangeError",
      message: /temperature above zero: /,
    });
  }
  for (const topK of [0, -1, 1.5, NaN]) assert.throws(() => sampler({ topK }), RangeError);
  for (const topP of [0, -0.1, 1.1, NaN]) assert.throws(() => sampler({ topP }), RangeError);
});

Deno.test("sampler: logits that are no numbers, or all masked, are a range error", () => {
  assert.throws(() => sampler()(new Float32Array([1, NaN])), {
    name: "RangeError",
    message: /finite logits/,
  });
  assert.throws(() => sampler()(new Float32Array([1, Infinity])), RangeError);
  assert.throws(() => sampler({ mask: [0, 1] })(new Float32Array(2)), {
    name: "RangeError",
    message: /2 masked/,
  });
});

Deno.test("greedy: the highest, the first of equals, never a masked one", () => {
  assert.equal(greedy()(new Float32Array([0, 3, 1, 3])), 1);
  assert.equal(greedy({ mask: [1] })(new Float32Array([0, 3, 1, 3])), 3);
  assert.throws(() => greedy()(new Float32Array([NaN])), { name: "RangeError", message: /Cannot pick/ });
});
