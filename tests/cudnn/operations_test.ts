import { strict as assert } from "node:assert";
import {
  cudnnBoth,
  cudnnRecurrent,
  EngineError,
  type KindName,
  tf,
  useEngine,
} from "../../lib/engine/mod.ts";
import { DataType } from "../../lib/engine/tensorflow/types.ts";
import { tensor } from "../layers/_golden.ts";
import { inferredShapes } from "./_inferred_shapes.ts";
import { type Call, onGPU } from "./_simulated_gpu.ts";

await useEngine({ backend: "tensorflow" });

/** The calls that one run with a gradient makes: forward, then backward. */
function callsOf(kind: KindName, gates: number, both: boolean): Call[] {
  const [batch, steps, features, units] = [5, 7, 4, 3];
  const weights = (seed: number) => ({
    kernel: tensor([features, gates * units], seed),
    recurrentKernel: tensor([units, gates * units], seed),
  });
  return onGPU(({ cudnn }) => {
    const loss = (x: tf.Tensor): tf.Scalar => {
      const y = both
        ? cudnnBoth({ x, directions: [weights(1), weights(2)] }, kind).y
        : cudnnRecurrent({ x, ...weights(1) }, { kind }).y!;
      return tf.sum(y);
    };
    tf.grad(loss)(tensor([batch, steps, features], 3));
    return cudnn.slice(-2);
  });
}

const kinds = { lstm: 4, gruResetAfter: 3, tanhRNN: 1, reluRNN: 1 } as const;

for (const [kind, gates] of Object.entries(kinds) as [KindName, number][]) {
  for (const both of [false, true]) {
    const name = `TensorFlow's own definition takes the calls: ${kind}${both ? ", both directions" : ""}`;
    Deno.test({ name }, () => {
      const [forward, backward] = callsOf(kind, gates, both);
      assert.deepEqual([forward!.op, backward!.op], ["CudnnRNNV3", "CudnnRNNBackpropV3"]);
      const [y, h, c] = inferredShapes(forward!);
      const known = forward!.outputs.map(({ shape }) => shape);
      assert.deepEqual([y, h], known.slice(0, 2));
      if (kind === "lstm") assert.deepEqual(c, known[2]);
      assert.deepEqual(inferredShapes(backward!), backward!.outputs.map(({ shape }) => shape));
    });
  }
}

Deno.test(
  { name: "the definition refuses another mode, and lengths that are not whole" },
  () => {
    const [forward] = callsOf("lstm", 4, false), { attributes, inputs } = forward!;
    const mode = attributes.map((each) => each.name === "rnn_mode" ? { ...each, value: "peephole" } : each);
    assert.throws(() => inferredShapes({ ...forward!, attributes: mode }), EngineError);
    const wrong = inputs.map((each, i) => i === 4 ? { ...each, dtype: DataType.float32 } : each);
    assert.throws(() => inferredShapes({ ...forward!, inputs: wrong }), EngineError);
  },
);
