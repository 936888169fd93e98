import {
  adam,
  batches,
  checkpoints,
  fit,
  type History,
  sparseCategoricalCrossentropy,
} from "../../lib/training/mod.ts";
import { smallData, smallModel } from "./_engine.ts";

/** The same training each time, up to `epochs`; says where it is, slowly enough to be killed. */
export function train(epochs: number, folder?: string, slow = false): Promise<History> {
  const tell = {
    onEpochEnd: async (epoch: number) => {
      if (!slow) return;
      console.log(`epoch ${epoch}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    },
  };
  return fit(smallModel(), batches(smallData(), { batchSize: 4 }), {
    epochs,
    optimizer: adam(),
    loss: sparseCategoricalCrossentropy({ fromLogits: true }),
    callbacks: folder === undefined ? [] : [checkpoints(folder), tell],
    resumeFrom: folder,
  });
}

if (import.meta.main) await train(1000, Deno.args[0], true);
