import assert from "node:assert/strict";
import { packageOf } from "../../tools/setup/npm_packages.ts";

Deno.test("packageOf reads name and version of a pinned npm package", () => {
  assert.deepEqual(packageOf("npm:meyda@5.6.3"), { name: "meyda", version: "5.6.3" });
  assert.deepEqual(packageOf("npm:@tensorflow/tfjs@4.22.0"), { name: "@tensorflow/tfjs", version: "4.22.0" });
  assert.deepEqual(packageOf("npm:/h5wasm@0.10.1/node"), { name: "h5wasm", version: "0.10.1" });
  assert.equal(packageOf("./lib/mod.ts"), undefined);
  assert.equal(packageOf("npm:meyda"), undefined);
});
