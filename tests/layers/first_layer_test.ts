import assert from "node:assert/strict";
import { tf, useEngine } from "unroll/engine/mod.ts";
import { bidirectional, gru, lstm, simpleRNN } from "unroll/layers/mod.ts";

await useEngine();

Deno.test("a recurrent layer may be a model's first layer, of a known or an open length", () => {
  for (const make of [gru, lstm, simpleRNN]) {
    for (const inputShape of [[5, 2], [null, 2]] as [number | null, number][]) {
      const model = tf.sequential({ layers: [make({ units: 3, inputShape })] });
      assert.deepEqual(model.outputs[0]!.shape, [null, 3]);
      model.dispose();
    }
  }
  const both = tf.sequential({ layers: [bidirectional({ layer: gru({ units: 3 }), inputShape: [5, 2] })] });
  assert.deepEqual(both.outputs[0]!.shape, [null, 6]);
  both.dispose();
});
