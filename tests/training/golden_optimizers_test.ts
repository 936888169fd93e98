import { adam, adamw, batches, fit, type Optimizer, rmsprop, sgd } from "../../lib/training/mod.ts";
import golden from "../reference/training/golden.json" with { type: "json" };
import { smallData, smallModel } from "./_engine.ts";
import { assertTrained, sparse } from "./_golden.ts";

const optimizers: Record<keyof typeof golden.optimizers, Optimizer> = {
  adam: adam({ learningRate: 0.05 }),
  adamDefault: adam(),
  adamw: adamw({ learningRate: 0.05 }),
  adamDecay: adam({ learningRate: 0.05, weightDecay: 0.1 }),
  rmsprop: rmsprop({ learningRate: 0.02 }),
  rmspropMomentum: rmsprop({ learningRate: 0.02, momentum: 0.9 }),
  rmspropCentered: rmsprop({ learningRate: 0.02, centered: true, momentum: 0.5 }),
  sgd: sgd({ learningRate: 0.5 }),
  sgdMomentum: sgd({ learningRate: 0.1, momentum: 0.9 }),
  sgdNesterov: sgd({ learningRate: 0.1, momentum: 0.9, nesterov: true }),
  clipNorm: sgd({ learningRate: 0.5, clipNorm: 0.1 }),
  clipValue: sgd({ learningRate: 0.5, clipValue: 0.02 }),
  globalClipNorm: sgd({ learningRate: 0.5, globalClipNorm: 0.15 }),
  adamGlobalClipNorm: adam({ learningRate: 0.05, globalClipNorm: 0.15 }),
};

for (const [name, optimizer] of Object.entries(optimizers)) {
  Deno.test(`ten steps of ${name} are Keras's`, async () => {
    const model = smallModel(), data = batches(smallData(), { batchSize: 10, shuffle: false });
    const history = await fit(model, data, { epochs: 10, optimizer, loss: sparse });
    assertTrained(model, history, golden.optimizers[name as keyof typeof golden.optimizers]);
  });
}
