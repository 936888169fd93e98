import { adam, type Batch, type Callback, type Dataset, fit, type Loss, type tf } from "unroll";
import type { Prepared } from "./case.ts";

/**
 * The steps of one call of `fit`, each made when it is asked for: training waits in its callback in between.
 *
 * @param model what is trained
 * @param batch what every step sees; its tensors are disposed of at the end
 * @param options the loss
 * @returns steps that read their loss back
 */
export function trainingSteps(model: tf.LayersModel, batch: Batch, { loss }: { loss: Loss }): Prepared {
  let asked = Promise.withResolvers<void>(), told = Promise.withResolvers<number>(), ended = false;
  const turn = async (): Promise<void> => {
    if (ended) return;
    await asked.promise;
    asked = Promise.withResolvers();
  };
  const callback: Callback = {
    onTrainBegin: turn,
    async onBatchEnd(index, logs, run) {
      told.resolve(lastLoss(index, logs.loss));
      await turn();
      if (ended) run.stop("measured");
    },
  };
  const lastLoss = lossOfStep(), optimizer = adam();
  const training = fit(model, endless(batch), {
    epochs: 1,
    optimizer,
    loss,
    callbacks: [callback],
    interruptible: false,
  });
  training.catch((error) => told.reject(error));
  return {
    step() {
      told = Promise.withResolvers();
      asked.resolve();
      return told.promise;
    },
    async end() {
      ended = true;
      asked.resolve();
      await training;
      [batch.x, batch.y].flat().forEach((value) => "dispose" in value && value.dispose());
      optimizer.dispose();
      model.dispose();
    },
  };
}

/** One epoch that does not end by itself. */
function endless(batch: Batch): Dataset {
  return {
    batchesPerEpoch: Number.MAX_SAFE_INTEGER,
    *batches() {
      while (true) yield batch;
    },
  };
}

/** `fit` tells the mean since the epoch's beginning; this makes it the loss of the step again. */
function lossOfStep(): (index: number, mean: number) => number {
  let before = 0;
  return (index, mean) => {
    const sum = mean * (index + 1), last = sum - before;
    before = sum;
    return last;
  };
}
