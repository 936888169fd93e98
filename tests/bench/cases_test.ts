import assert from "node:assert/strict";
import { tf, useEngine } from "unroll";
import { cases } from "../../bench/cases/mod.ts";

const trained = cases.filter(({ step }) => step.startsWith("training step"));
const others = cases.filter(({ step }) => !step.startsWith("training step"));
const stepsEnough = 30;

for (const one of trained) {
  Deno.test(`bench case ${one.name}: the step trains, and nothing leaks`, async () => {
    await useEngine();
    const before = tf.memory().numTensors;
    const prepared = await one.prepare("tiny"), losses: number[] = [];
    for (let i = 0; i < stepsEnough; i++) losses.push(await prepared.step());
    await prepared.end();
    assert.ok(mean(losses.slice(-5)) < mean(losses.slice(0, 5)), `${losses[0]} -> ${losses.at(-1)}`);
    assert.equal(tf.memory().numTensors, before);
  });
}

for (const one of others) {
  Deno.test(`bench case ${one.name}: the step gives a number, and nothing leaks`, async () => {
    await useEngine();
    const before = tf.memory().numTensors;
    const prepared = await one.prepare("tiny");
    for (let i = 0; i < 5; i++) assert.ok(Number.isFinite(await prepared.step()));
    await prepared.end();
    assert.equal(tf.memory().numTensors, before);
  });
}

Deno.test("bench cases: each name once; a case that is never asked for a step ends all the same", async () => {
  assert.equal(new Set(cases.map(({ name }) => name)).size, cases.length);
  const prepared = await trained[0]!.prepare("tiny");
  await prepared.end();
});

function mean(values: number[]): number {
  return values.reduce((a, b) => a + b) / values.length;
}
