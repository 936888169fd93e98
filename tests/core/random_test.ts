import assert from "node:assert/strict";
import { random } from "unroll/core/mod.ts";

const many = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw);

Deno.test("the same seed gives the same numbers, another seed others", () => {
  const draw = (seed: number): number[] => many(100, random(seed).next);
  assert.deepEqual(draw(7), draw(7));
  assert.notDeepEqual(draw(7), draw(8));
  assert.notDeepEqual(draw(7), draw(7.5));
});

Deno.test("next is uniform on [0, 1)", () => {
  const draws = many(20_000, random(1).next);
  assert.ok(draws.every((value) => value >= 0 && value < 1));
  const mean = draws.reduce((sum, value) => sum + value) / draws.length;
  assert.ok(Math.abs(mean - 0.5) < 0.01, `mean ${mean}`);
});

Deno.test("integer stays in [low, high) and reaches both ends", () => {
  const source = random(2);
  assert.deepEqual([...new Set(many(500, () => source.integer(-2, 3)))].sort((a, b) => a - b), [
    -2,
    -1,
    0,
    1,
    2,
  ]);
});

Deno.test("normal has mean 0 and deviation 1", () => {
  const source = random(3), draws = many(20_000, source.normal);
  const mean = draws.reduce((sum, value) => sum + value) / draws.length;
  const variance = draws.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws.length;
  assert.ok(draws.every(Number.isFinite));
  assert.ok(Math.abs(mean) < 0.03 && Math.abs(variance - 1) < 0.05, `mean ${mean}, variance ${variance}`);
});

Deno.test("shuffle permutes in place, the same way for the same seed", () => {
  const items = many(50, () => 0).map((_, i) => i), shuffled = random(4).shuffle([...items]);
  assert.notDeepEqual(shuffled, items);
  assert.deepEqual([...shuffled].sort((a, b) => a - b), items);
  assert.deepEqual(random(4).shuffle(Int32Array.from(items)), Int32Array.from(shuffled));
});

Deno.test("forks are independent of the parent's draws and of one another", () => {
  const parent = random(5), early = parent.fork("weights").next();
  parent.next();
  assert.equal(parent.fork("weights").next(), early);
  assert.notEqual(parent.fork("batches").next(), early);
});

Deno.test("a seed that is not finite is refused", () => {
  assert.throws(() => random(NaN), { name: "RangeError", message: "Cannot seed as a finite number: NaN" });
  assert.throws(() => random(Infinity), RangeError);
});
