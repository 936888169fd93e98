import { strict as assert } from "node:assert";
import { recurrentPath, tf, useEngine } from "../../lib/engine/mod.ts";
import { checkCase, nameOf, type RecurrentCase, recurrentCases } from "../layers/_recurrent_case.ts";
import { onSimulatedGPU } from "./_simulated_gpu.ts";

await useEngine();
const onGPU = recurrentPath() === "cudnn", exact = Deno.env.get("NVIDIA_TF32_OVERRIDE") === "0";
if (!onGPU) {
  console.log("there is no GPU: cuDNN's operations are played by tests/cudnn/_reference_network.ts");
}

/** Whether cuDNN has the case: it has no GRU with the reset gate first, no dropout inside, and only its own activations. */
function runsOnCudnn({ layer, options }: RecurrentCase): boolean {
  const { activation = "tanh", recurrentActivation = "sigmoid", resetAfter = true } = options;
  if (layer === "simpleRNN") return activation === "tanh" || activation === "relu";
  return activation === "tanh" && recurrentActivation === "sigmoid" && resetAfter === true;
}

for (const example of recurrentCases) {
  const runs = runsOnCudnn(example);
  const name = `${runs ? "in cuDNN's layout" : "not for cuDNN, portably"}: Keras's numbers: ${
    nameOf(example)
  }`;
  Deno.test({ name, ignore: onGPU }, () => {
    const before = tf.memory().numTensors;
    onSimulatedGPU(({ operations }) => {
      assert.equal(recurrentPath(), "cudnn");
      operations.length = 0;
      checkCase(example);
      assert.equal(operations.includes("CudnnRNNV3"), runs);
      assert.equal(operations.includes("CudnnRNNBackpropV3"), runs);
    });
    assert.equal(tf.memory().numTensors, before, "tensors are left over");
  });
}

Deno.test({
  name: "on a GPU (here with NVIDIA_TF32_OVERRIDE=0): Keras's numbers",
  ignore: !onGPU || !exact,
}, async (test) => {
  for (const example of recurrentCases.filter(runsOnCudnn)) {
    await test.step(nameOf(example), () => checkCase(example));
  }
});
