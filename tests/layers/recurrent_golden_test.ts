import { useEngine } from "../../lib/engine/mod.ts";
import { checkCase, nameOf, recurrentCases } from "./_recurrent_case.ts";

await useEngine();

for (const example of recurrentCases) {
  Deno.test(`Keras's numbers: ${nameOf(example)}`, async () => {
    await useEngine();
    checkCase(example);
  });
}
