import assert from "node:assert/strict";
import {
  inspectSavedModel,
  loadSavedModel,
  sparseSoftmaxCrossEntropy,
  tf,
  useEngine,
} from "unroll/engine/mod.ts";
import { tensorflow } from "../../lib/engine/tensorflow/backend.ts";
import { allocateTensor } from "../../lib/engine/tensorflow/memory.ts";
import { AttributeType, DataType } from "../../lib/engine/tensorflow/types.ts";

await useEngine({ backend: "tensorflow" });
const { machine: { tensors, execute } } = tensorflow()!;

Deno.test("labels of another shape than the logits' positions are refused with both shapes", () => {
  const logits = tf.zeros([2, 3, 5]);
  assert.throws(() => sparseSoftmaxCrossEntropy(tf.zeros([2, 4], "int32"), logits), {
    name: "TypeError",
    message: "Cannot compare labels as [2, 3] with logits [2, 3, 5]: their shape is [2, 4]",
  });
});

Deno.test("memory is not allocated for elements without a size", () => {
  assert.throws(() => allocateTensor(tensorflow()!.machine.native, [2], DataType.resource), {
    name: "TypeError",
    message: "Cannot make a tensor as resource: its elements have no fixed size",
  });
});

Deno.test("a tensor of a type that JavaScript has no array for is not read", () => {
  const id = tensors.create([1], DataType.float32, [1]);
  const types = { SrcT: DataType.float32, DstT: DataType.float64 };
  const attributes = Object.entries(types).map(([name, value]) => ({
    name,
    type: AttributeType.type,
    value,
  }));
  const [made] = execute("Cast", attributes, [id], 1);
  assert.throws(() => tensors.read(made!.id), {
    name: "TypeError",
    message: "Cannot read a tensor as JavaScript values: its type is float64",
  });
  [id, made!.id].forEach((id) => tensors.remove(id));
});

Deno.test("SavedModels need the TensorFlow backend, and say so", async () => {
  await tf.setBackend("cpu");
  try {
    const wanted = {
      name: "MissingError",
      message: /Cannot read a SavedModel on this backend: call useEngine/,
    };
    await assert.rejects(async () => await inspectSavedModel("any"), wanted);
    await assert.rejects(async () => await loadSavedModel("any"), wanted);
  } finally {
    await tf.setBackend("tensorflow");
  }
});
