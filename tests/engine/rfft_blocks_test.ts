import assert from "node:assert/strict";
import { EngineError, rfft, rfftBlocks, tf, useEngine } from "unroll/engine/mod.ts";
import { typeAttribute } from "../../lib/engine/tensorflow/make_attributes.ts";
import { tensorflow } from "../../lib/engine/tensorflow/backend.ts";
import { background } from "../../lib/engine/tensorflow/background.ts";
import { DataType } from "../../lib/engine/tensorflow/types.ts";

await useEngine({ backend: "tensorflow" });
const { machine } = tensorflow()!;

/** Rows [rows, length] and their transforms, in blocks of `most` rows. */
function transformed(rows: number, length: number, most: number): [Float32Array, Float32Array] {
  const values = Float32Array.from({ length: rows * length }, (_, i) => Math.sin(i * i));
  const size = 2 * (Math.floor(length / 2) + 1), spectra = new Float32Array(rows * size);
  rfftBlocks({
    ...{ rows, length, most },
    write: (memory, first) => memory.set(values.subarray(first * length, first * length + memory.length)),
    read: (memory, first) => spectra.set(memory, first * size),
  });
  return [values, spectra];
}

/** The definition. */
function bin(row: Float32Array, k: number): [number, number] {
  let re = 0, im = 0;
  row.forEach((value, j) => {
    re += value * Math.cos(2 * Math.PI * j * k / row.length);
    im -= value * Math.sin(2 * Math.PI * j * k / row.length);
  });
  return [re, im];
}

for (
  const [rows, length, most] of [[0, 8, 4], [1, 8, 4], [4, 8, 4], [5, 8, 4], [23, 12, 5], [9, 7, 1], [
    40,
    16,
    3,
  ]] as const
) {
  for (const backend of ["tensorflow", "cpu"]) {
    Deno.test(`${rows} rows of ${length}, ${most} at a time, are transformed on ${backend}`, async () => {
      await tf.setBackend(backend);
      try {
        const [values, spectra] = transformed(rows, length, most), size = spectra.length / rows;
        spectra.forEach((value, at) => {
          const row = Math.floor(at / size), part = at % size;
          const wanted = bin(values.subarray(row * length, (row + 1) * length), part >> 1)[part & 1]!;
          assert.ok(Math.abs(value - wanted) < 1e-5, `row ${row}, number ${part}: ${value} for ${wanted}`);
        });
      } finally {
        await tf.setBackend("tensorflow");
      }
    });
  }
}

Deno.test("rfftBlocks: what write and read throw comes out, nothing is left behind, and it goes on afterwards", () => {
  const nothing = (): void => {}, before = machine.tensors.count;
  const fail = (_: Float32Array, first: number): void => {
    if (first > 2) throw new Error(`row ${first}`);
  };
  const shape = { rows: 9, length: 8, most: 3 };
  assert.throws(() => rfftBlocks({ ...shape, write: fail, read: nothing }), { message: "row 3" });
  assert.throws(() => rfftBlocks({ ...shape, write: nothing, read: fail }), { message: "row 3" });
  assert.equal(machine.tensors.count, before);
  assert.equal(transformed(9, 8, 3)[1].length, 90);
  assert.equal(machine.tensors.count, before);
});

Deno.test("an operation that fails in the background says so where it is read, and others go on once that is forgotten", () => {
  const { tensors, native, executeHandles } = machine, beside = background(native);
  const types = [typeAttribute("Treal", DataType.float32), typeAttribute("Tcomplex", DataType.complex64)];
  const rows = tensors.create([1, 4], DataType.float32, [1, 2, 3, 4]), result = new BigUint64Array(1);
  const wrong = tensors.create([1], DataType.int32, [-1]);
  beside.begin(() => executeHandles("RFFT", types, [rows, wrong].map((id) => tensors.handle(id)), result));
  const failed = tensors.adopt(Deno.UnsafePointer.create(result[0]!));
  assert.throws(() => tensors.borrow(failed), EngineError);
  beside.recover();
  for (const id of [rows, wrong, failed]) tensors.remove(id);
  assert.equal(transformed(9, 8, 3)[1].length, 90);
  rfft(tf.ones([1, 4])).dispose(); // the context's own operations were never touched
});
