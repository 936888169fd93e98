import assert from "node:assert/strict";
import { random } from "../../lib/core/mod.ts";
import { principalComponents } from "../../lib/text/mod.ts";

const near = (a: number, b: number) => Math.abs(a - b) < 1e-5;

Deno.test("principalComponents: points on a line have one direction", async () => {
  const { values, shape, explained } = await principalComponents({
    values: Float32Array.of(1, 1, 2, 3, 3, 5), // steps of (1, 2)
    shape: [3, 2],
  });
  assert.deepEqual(shape, [3, 2]);
  assert.ok(near(Math.abs(values[4]!), Math.sqrt(5)) && near(values[2]!, 0) && near(values[0]!, -values[4]!));
  assert.ok([1, 3, 5].every((i) => near(values[i]!, 0)));
  assert.ok(near(explained[0]!, 1) && near(explained[1]!, 0));
});

Deno.test("principalComponents: distances stay where every direction is kept, the greatest variance comes first", async () => {
  const chance = random(3),
    points = Float32Array.from({ length: 60 }, (_, i) => chance.normal() * (i % 3 + 1));
  const { values, explained } = await principalComponents({ values: points, shape: [20, 3] }, 3);
  const distance = (all: Float32Array, a: number, b: number) =>
    Math.hypot(...[0, 1, 2].map((d) => all[a * 3 + d]! - all[b * 3 + d]!));
  for (let i = 1; i < 20; i++) assert.ok(Math.abs(distance(values, 0, i) - distance(points, 0, i)) < 1e-4);
  assert.ok(explained[0]! > explained[1]! && explained[1]! > explained[2]!);
  assert.ok(near(explained.reduce((sum, share) => sum + share), 1));
});

Deno.test("principalComponents: equal points have no direction; one point or too many directions are range errors", async () => {
  const same = await principalComponents({ values: Float32Array.of(1, 2, 1, 2), shape: [2, 2] }, 1);
  assert.deepEqual([...same.values, ...same.explained], [0, 0, 0]);
  await assert.rejects(principalComponents({ values: Float32Array.of(1, 2), shape: [1, 2] }), {
    name: "RangeError",
    message: /at least two: 1/,
  });
  for (const count of [0, 3, 1.5]) {
    const points = { values: Float32Array.of(1, 2, 3, 4), shape: [2, 2] };
    await assert.rejects(principalComponents(points, count), {
      name: "RangeError",
      message: /1 to 2 directions/,
    });
  }
});
