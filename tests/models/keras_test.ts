import assert from "node:assert/strict";
import { useEngine } from "../../lib/engine/mod.ts";
import { loadKeras, saveKeras } from "../../lib/models/mod.ts";
import { assertDescribed, descriptions, fixture, outputsOf } from "./_keras.ts";
import { branching, studies, translator } from "./_models.ts";

await useEngine(Deno.env.get("CPU") ? { backend: "cpu" } : {});

const temporary = (): Promise<string> => Deno.makeTempFile({ suffix: ".keras" });

for (const [name, description] of Object.entries(descriptions)) {
  Deno.test(`Keras's ${name} predicts here what it predicts in Keras, also after a trip back`, async () => {
    const model = await loadKeras(fixture(name)), path = await temporary();
    assertDescribed(model, description);
    await saveKeras(model, path);
    assertDescribed(await loadKeras(path), description);
  });
}

Deno.test("models that were made here survive the trip", async () => {
  for (const model of [...studies(), branching(), translator()]) {
    const path = await temporary();
    await saveKeras(model, path);
    assert.deepEqual(outputsOf(await loadKeras(path)), outputsOf(model));
  }
});
