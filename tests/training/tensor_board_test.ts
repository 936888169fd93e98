import assert from "node:assert/strict";
import { crc32c, fileStart, scalarRecord } from "../../lib/training/callbacks/_event_file.ts";
import { batches, fit, meanSquaredError, sgd, tensorBoard } from "../../lib/training/mod.ts";
import { smallModel, tf } from "./_engine.ts";

const hex = (bytes: Uint8Array) => bytes.toHex();

Deno.test("the checksum is Castagnoli's", () => {
  assert.equal(crc32c(new TextEncoder().encode("123456789")), 0xe3069283);
});

// Written by tf.io.TFRecordWriter from tf.compat.v1.Event messages with the same fields.
Deno.test("records are TensorFlow's, byte for byte", () => {
  assert.equal(
    hex(fileStart(1.5)),
    "1800000000000000a37f4b2209000000000000f83f1a0d627261696e2e4576656e743a322a28646c",
  );
  const scalars = { epoch_loss: 0.25, epoch_accuracy: 1 };
  assert.equal(
    hex(scalarRecord({ wallTime: 2, step: 300, scalars })),
    "3800000000000000a3797d5709000000000000004010ac022a2a0a110a0a65706f63685f6c6f7373150000803e0a150a0e65706f63685f6163637572616379150000803f87ac77b7",
  );
});

Deno.test("training and validation go to folders of their own", async () => {
  const folder = await Deno.makeTempDir(), data = batches({ x: tf.ones([4, 3]), y: tf.zeros([4, 2]) });
  const callbacks = [tensorBoard(folder, { clock: () => 5000 })], optimizer = sgd({ learningRate: 0 });
  const options = { epochs: 2, optimizer, loss: meanSquaredError(), validation: data, callbacks };
  const { metrics: { loss } } = await fit(smallModel(), data, options);
  const read = (part: string) => Deno.readFile(`${folder}/${part}/events.out.tfevents.5.unroll.${Deno.pid}`);
  const event = (step: number, scalars: Record<string, number>) =>
    scalarRecord({ wallTime: 5, step, scalars });
  const of = (more: Record<string, number>) =>
    [0, 1].map((step) => hex(event(step, { epoch_loss: loss![0]!, ...more })));
  assert.equal(hex(await read("train")), [hex(fileStart(5)), ...of({ epoch_learning_rate: 0 })].join(""));
  assert.equal(hex(await read("validation")), [hex(fileStart(5)), ...of({})].join(""));
});
