import { strict as assert } from "node:assert";
import { recurrentPath, tf, useEngine } from "../../lib/engine/mod.ts";
import { checkCase, nameOf, type RecurrentCase, recurrentCases } from "../layers/_recurrent_case.ts";
import { hasGPU, isExact, onGPU } from "./_simulated_gpu.ts";

await useEngine({ backend: "tensorflow" });
const where = hasGPU() ? "on cuDNN" : "in cuDNN's layout (played, there is no GPU)", ignore = !isExact();
if (!hasGPU()) {
  console.log("there is no GPU: cuDNN's operations are played by tests/cudnn/_reference_network.ts");
}
if (ignore) console.log("Keras's numbers are skipped: set NVIDIA_TF32_OVERRIDE=0");

/** Whether cuDNN has the case: it has no GRU with the reset gate first, and only its own activations. */
function runsOnCudnn({ layer, options }: RecurrentCase): boolean {
  const { activation = "tanh", recurrentActivation = "sigmoid", resetAfter = true } = options;
  if (layer === "simpleRNN") return activation === "tanh" || activation === "relu";
  return activation === "tanh" && recurrentActivation === "sigmoid" && resetAfter === true;
}

for (const example of recurrentCases) {
  const runs = runsOnCudnn(example);
  const name = `${runs ? where : "not for cuDNN, portably"}: Keras's numbers: ${nameOf(example)}`;
  Deno.test({ name, ignore }, () => {
    const before = tf.memory().numTensors;
    onGPU(({ operations }) => {
      assert.equal(recurrentPath(), "cudnn");
      operations.length = 0;
      checkCase(example);
      assert.equal(operations.includes("CudnnRNNV3"), runs);
      assert.equal(operations.includes("CudnnRNNBackpropV3"), runs);
    });
    assert.equal(tf.memory().numTensors, before, "tensors are left over");
  });
}
