import assert from "node:assert/strict";
import { EngineError, inspectSavedModel, loadSavedModel, tf, useEngine } from "unroll/engine/mod.ts";
import { tensorflow } from "../../lib/engine/tensorflow/backend.ts";
import { createBinding } from "../../lib/engine/tensorflow/binding.ts";
import { AttributeType, DataType } from "../../lib/engine/tensorflow/types.ts";

await useEngine({ backend: "tensorflow" });
const machine = tensorflow()!.machine, binding = createBinding(machine);
const fixture = new URL("../reference/engine/saved_model", import.meta.url).pathname;

/** Makes a tensor, does something with it, and frees it and what came of it. */
function roundTrip(shape: number[], dtype: number, values: Parameters<typeof binding.createTensor>[2]) {
  const id = binding.createTensor(shape, dtype, values);
  const read = binding.tensorDataSync(id);
  binding.deleteTensor(id);
  return read;
}

Deno.test("every element type comes back as it went", () => {
  const before = binding.getNumOfTensors();
  assert.deepEqual(
    roundTrip([2], DataType.float32, new Float32Array([1.5, -2])),
    new Float32Array([1.5, -2]),
  );
  assert.deepEqual(roundTrip([2], DataType.int32, new Int32Array([7, -9])), new Int32Array([7, -9]));
  assert.deepEqual(roundTrip([2], DataType.bool, new Uint8Array([1, 0])), new Uint8Array([1, 0]));
  assert.deepEqual(roundTrip([2], DataType.uint8, new Uint8Array([255, 3])), new Uint8Array([255, 3]));
  assert.deepEqual(
    roundTrip([1], DataType.complex64, new Float32Array([1, -1])),
    new Float32Array([1, -1]),
  );
  const long = [2n ** 40n, -5n];
  assert.deepEqual(roundTrip([2], DataType.int64, new BigInt64Array(long)), new BigInt64Array(long));
  assert.equal(binding.getNumOfTensors(), before);
});

Deno.test("an int64 may come as the halves that tfjs-node gives it in", () => {
  assert.deepEqual(roundTrip([], DataType.int64, new Int32Array([5, 0])), new BigInt64Array([5n]));
});

Deno.test("tensors without elements and scalars work", () => {
  assert.deepEqual(roundTrip([0, 3], DataType.float32, new Float32Array(0)), new Float32Array(0));
  assert.deepEqual(roundTrip([], DataType.float32, new Float32Array([4])), new Float32Array([4]));
});

Deno.test("strings short, long, empty and not ASCII come back, also through an operation", () => {
  const words = [
    "",
    "short",
    "activación",
    "a string that does not fit into a handle of twenty-four bytes",
    "日本語",
  ];
  tf.tidy(() => {
    const tensor = tf.tensor1d(words, "string");
    assert.deepEqual(tensor.dataSync(), words);
    const longer = tf.concat([tensor, tensor]), alias = tf.reshape(longer, [2, 5]);
    longer.dispose();
    assert.deepEqual(alias.dataSync(), [...words, ...words]);
  });
});

Deno.test("an operation may have hundreds of outputs", () => {
  tf.tidy(() => {
    const rows = tf.unstack(tf.range(0, 700).reshape([700, 1]));
    assert.equal(rows.length, 700);
    assert.equal(rows[699]!.dataSync()[0], 699);
  });
});

Deno.test("attributes of every kind reach the operation, lists included", () => {
  const shapes = [
    { name: "component_types", type: AttributeType.type, value: [DataType.float32, DataType.int32] },
    { name: "shapes", type: AttributeType.shape, value: [[2], []] },
    { name: "capacity", type: AttributeType.int, value: 3 },
    { name: "container", type: AttributeType.string, value: "" },
  ];
  const [queue] = binding.executeOp("FIFOQueueV2", shapes, [], 1);
  assert.equal(queue!.dtype, DataType.resource);
  const [size] = binding.executeOp("QueueSizeV2", [], [queue!.id], 1);
  assert.deepEqual(binding.tensorDataSync(size!.id), new Int32Array([0]));
  const x = binding.createTensor([1, 4, 4, 1], DataType.float32, new Float32Array(16).fill(1));
  const pool = [
    { name: "ksize", type: AttributeType.int, value: [1, 2, 2, 1] },
    { name: "strides", type: AttributeType.int, value: [1, 2, 2, 1] },
    { name: "padding", type: AttributeType.string, value: "VALID" },
  ];
  const [pooled] = binding.executeOp("MaxPool", pool, [x], 1);
  assert.deepEqual(pooled!.shape, [1, 2, 2, 1]);
  const [text] = binding.executeOp(
    "AsString",
    [
      { name: "precision", type: AttributeType.int, value: 2 },
      { name: "shortest", type: AttributeType.bool, value: false },
      { name: "fill", type: AttributeType.string, value: "" },
    ],
    [x],
    1,
  );
  assert.equal(new TextDecoder().decode((binding.tensorDataSync(text!.id) as Uint8Array[])[0]), "1.00");
  const [boundaries] = binding.executeOp(
    "Bucketize",
    [
      { name: "boundaries", type: AttributeType.float, value: [0.5, 2] },
    ],
    [x],
    1,
  );
  assert.equal((binding.tensorDataSync(boundaries!.id) as Int32Array)[0], 1);
  for (const { id } of [queue!, size!, pooled!, text!, boundaries!]) binding.deleteTensor(id);
  binding.deleteTensor(x);
});

Deno.test("an error names the operation, its inputs and TensorFlow's own message", () => {
  tf.tidy(() => {
    const a = tf.ones([2, 3]), b = tf.ones([4, 5]);
    const ids = tensorflow()!.backend.getInputTensorIds([a, b]);
    assert.throws(() => binding.executeOp("MatMul", [], ids, 1), (error: unknown) => {
      assert.ok(error instanceof EngineError);
      assert.equal(error.op, "MatMul");
      assert.equal(error.code, "INVALID_ARGUMENT");
      assert.match(
        error.message,
        /^Cannot run MatMul on float32 \[2, 3\], float32 \[4, 5\]: .*[Mm]atrix size/,
      );
      return true;
    });
  });
});

Deno.test("unknown operations, attributes and tensors are refused", () => {
  assert.throws(() => binding.executeOp("NoSuchOp", [], [], 1), EngineError);
  const x = binding.createTensor([1], DataType.float32, new Float32Array(1));
  assert.throws(() => binding.executeOp("Relu", [{ name: "T", type: 77, value: 1 }], [x], 1), TypeError);
  binding.deleteTensor(x);
  assert.throws(() => binding.deleteTensor(x), RangeError);
  assert.throws(() => binding.tensorDataSync(x), RangeError);
  assert.throws(() => binding.executeOp("Relu", [], [x], 1), RangeError);
});

Deno.test("values that don't fit the shape or have no type are refused", () => {
  assert.throws(() => binding.createTensor([3], DataType.float32, new Float32Array(2)), TypeError);
  assert.throws(() => binding.createTensor([3], DataType.string, ["a"]), TypeError);
  assert.throws(() => binding.createTensor([1], DataType.resource, new Uint8Array(1)), TypeError);
});

Deno.test("a disposed tensor is refused", () => {
  const x = tf.ones([2]);
  x.dispose();
  assert.throws(() => tf.add(x, 1), /Cannot use a tensor as a live tensor: it was disposed/);
});

Deno.test("tensor and byte counts are right, and nothing leaks through operations", () => {
  const before = tf.memory(), native = binding.getNumOfTensors();
  const x = tf.ones([10, 10]);
  assert.equal(tf.memory().numBytes - before.numBytes, 400);
  tf.tidy(() => tf.matMul(x, tf.add(x, 1)).dataSync());
  x.dispose();
  assert.equal(tf.memory().numTensors, before.numTensors);
  assert.equal(binding.getNumOfTensors(), native);
  assert.equal(tf.memory().unreliable ?? false, false);
});

Deno.test("a SavedModel is inspected, loaded, run and deleted", async () => {
  const [graph] = await inspectSavedModel(fixture);
  assert.deepEqual(graph!.tags, ["serve"]);
  const signature = graph!.signatureDefs["serving_default"]!;
  assert.deepEqual(Object.keys(signature.outputs).toSorted(), ["largest", "y"]);
  const model = await loadSavedModel(fixture), tensors = tf.memory().numTensors;
  assert.equal(binding.getNumOfSavedModels(), 1);
  const x = tf.tensor2d([[1, 2], [-3, 0]]);
  const { y, largest } = model.predict({ x });
  assert.deepEqual([...y!.dataSync()], [19, 32, 45, 7, 14, 21]);
  assert.deepEqual([...largest!.dataSync()], [2, 2]);
  tf.dispose([x, y!, largest!]);
  model.dispose();
  assert.equal(binding.getNumOfSavedModels(), 0);
  assert.equal(tf.memory().numTensors, tensors);
});

Deno.test("SavedModels that aren't there, aren't loaded or lack an output are refused", () => {
  assert.throws(() => binding.loadSavedModel("no/such/folder", "serve"), EngineError);
  assert.throws(() => binding.deleteSavedModel(99), RangeError);
  const id = binding.loadSavedModel(fixture, "serve");
  assert.throws(() => binding.runSavedModel(id, [], "x:0", "y:0"), TypeError);
  const x = binding.createTensor([1, 2], DataType.float32, new Float32Array(2));
  assert.throws(() => binding.runSavedModel(id, [x], "nothing:0", "y:0"), EngineError);
  binding.deleteTensor(x);
  binding.deleteSavedModel(id);
});
