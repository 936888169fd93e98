import assert from "node:assert/strict";
import { join } from "node:path";
import type { tf } from "../../lib/engine/mod.ts";
import { useEngine } from "../../lib/engine/mod.ts";
import { loadKeras, saveKeras } from "../../lib/models/mod.ts";
import { assertDescribed, type Description, descriptions, fixture } from "../models/_keras.ts";
import { branching, studies, translator } from "../models/_models.ts";
import { runInKeras } from "./_keras.ts";

await useEngine(Deno.env.get("CPU") ? { backend: "cpu" } : {});

Deno.test("Keras opens what is saved here, predicts the same, and what it saves anew opens here", async () => {
  const kept = await Promise.all(Object.keys(descriptions).map((name) => loadKeras(fixture(name))));
  const models: tf.LayersModel[] = [...kept, ...studies(), branching(), translator()];
  const folder = await Deno.makeTempDir(), paths = models.map((_, i) => join(folder, `${i}.keras`));
  for (const [i, model] of models.entries()) await saveKeras(model, paths[i]!);
  const said = await runInKeras<Description[]>("make_golden.py", paths);
  assert.equal(said.length, models.length);
  for (const [i, model] of models.entries()) {
    assertDescribed(model, said[i]!);
    assertDescribed(await loadKeras(`${paths[i]}.again.keras`), said[i]!);
  }
});

Deno.test("what Keras saves now opens here, and predicts the same", async () => {
  const folder = await Deno.makeTempDir();
  await runInKeras("make_golden.py", ["--into", folder]);
  const golden = JSON.parse(await Deno.readTextFile(join(folder, "golden.json"))) as Record<
    string,
    Description
  >;
  assert.ok(Object.keys(golden).length >= 7);
  for (const [name, description] of Object.entries(golden)) {
    assertDescribed(await loadKeras(join(folder, `${name}.keras`)), description);
  }
});
