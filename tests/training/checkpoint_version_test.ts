import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { CorruptError } from "unroll/core/mod.ts";
import { decodeCheckpoint } from "../../lib/training/checkpoints/_checkpoint_file.ts";

Deno.test("a checkpoint of another version, whole but laid out otherwise, is refused with its name", () => {
  const head = new TextEncoder().encode('{"epoch":1}'); // eleven bytes: the tensors would start at an odd place
  const body = Uint8Array.from([...new TextEncoder().encode("UNROLL01"), head.length, 0, 0, 0, ...head]);
  const file = Uint8Array.from([...body, ...createHash("sha256").update(body).digest()]);
  assert.throws(() => decodeCheckpoint(file, "epoch_1.checkpoint"), (error: unknown) => {
    assert.ok(error instanceof CorruptError);
    assert.match(error.message, /epoch_1\.checkpoint.*another version wrote it/);
    return true;
  });
});
