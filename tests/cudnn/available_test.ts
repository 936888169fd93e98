import { strict as assert } from "node:assert";
import {
  forceRecurrentPath,
  nativeCall,
  recurrentPath,
  tf,
  useEngine,
  whyNoCudnn,
} from "../../lib/engine/mod.ts";
import { tensorflow } from "../../lib/engine/tensorflow/backend.ts";
import { lstm } from "../../lib/layers/mod.ts";
import { runScript } from "../engine/_run_script.ts";
import { hasGPU, onGPU } from "./_simulated_gpu.ts";

await useEngine({ backend: "tensorflow" });
const ignore = hasGPU(); // what is so only without one

Deno.test({ name: "without a GPU there is no cuDNN, and the reason is a line", ignore }, () => {
  assert.equal(whyNoCudnn(), "TensorFlow has no GPU");
  assert.notEqual(recurrentPath(), "cudnn");
});

Deno.test(
  { name: "on a GPU without cuDNN the layers run portably and the reason names the command", ignore },
  () => {
    const native = tensorflow()!.machine.native as { isGpu: boolean };
    native.isGpu = true; // the operation has no kernel on a processor
    try {
      assert.match(whyNoCudnn()!, /^Cannot run CudnnRNNV3 .*deno task setup --gpu$/);
      assert.equal(recurrentPath(), "portable");
      assert.deepEqual((lstm({ units: 2 }).apply(tf.ones([1, 3, 2])) as tf.Tensor).shape, [1, 2]);
    } finally {
      native.isGpu = false;
    }
  },
);

Deno.test({ name: "on a GPU without cuDNN the engine's notes say so in a line", ignore }, async () => {
  const { output, errors } = await runScript(`
    import { useEngine } from "unroll/engine/mod.ts";
    import { openTensorFlow } from "./lib/engine/ladder/open_tensorflow.ts";
    (openTensorFlow().machine.native as { isGpu: boolean }).isGpu = true;
    const { engine } = await useEngine();
    console.log(JSON.stringify([engine.recurrent, engine.notes]));`);
  const line = output.split("\n").find((line) => line.startsWith("["));
  assert.ok(line, errors);
  const [recurrent, [chosen, note, ...rest]] = JSON.parse(line);
  assert.equal(recurrent, "portable");
  assert.match(chosen, /^tensorflow: chosen/);
  assert.match(note, /^cudnn: not used, recurrent layers run portably: Cannot run CudnnRNNV3 [^\n]*$/);
  assert.deepEqual(rest, []);
});

Deno.test("a path that is forced counts on a GPU too", () => {
  onGPU(() => {
    forceRecurrentPath("portable");
    assert.equal(recurrentPath(), "portable");
    forceRecurrentPath();
    assert.equal(recurrentPath(), "cudnn");
  });
});

Deno.test("native code that writes into memory is refused on a GPU", () => {
  onGPU(() => {
    const call = { name: "nothing", shapes: [[2]], run: () => {} }, { tensors } = tensorflow()!.machine;
    const x = tf.tensor1d([1]), before = tensors.count + 1; // x goes there first
    assert.throws(() => nativeCall([x], call), {
      name: "TypeError",
      message: /^Cannot run native code as on the processor's memory: tensors are on /,
    });
    assert.equal(tensors.count, before);
  });
});
