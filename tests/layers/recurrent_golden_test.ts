import { strict as assert } from "node:assert";
import { forceRecurrentPath, recurrentPath, tf, useEngine } from "../../lib/engine/mod.ts";
import { checkCase, nameOf, recurrentCases } from "./_recurrent_case.ts";

assert.ok(recurrentCases.length > 80, "the reference holds its cases");

for (const example of recurrentCases) {
  Deno.test(`Keras's numbers: ${nameOf(example)}`, async () => {
    await useEngine();
    const before = tf.memory().numTensors;
    checkCase(example);
    assert.equal(tf.memory().numTensors, before, "tensors are left over");
    if (recurrentPath() === "portable") return;
    forceRecurrentPath("portable");
    try {
      checkCase(example);
    } finally {
      forceRecurrentPath();
    }
  });
}

Deno.test("Keras's numbers in plain JavaScript too", async () => {
  await tf.setBackend("cpu");
  for (const example of recurrentCases.filter(({ steps, options }) => steps < 10 && options.units < 10)) {
    checkCase(example);
  }
});
