import { tf } from "../engine/mod.ts";
import { Breather } from "./_breather.ts";
import { checkFit } from "./_check_fit.ts";
import { Dropouts } from "./_dropout.ts";
import { flatten } from "./_inputs.ts";
import { onInterrupt } from "./_interrupt.ts";
import { Meter } from "./_meter.ts";
import { type Step, testStep, trainStep } from "./_steps.ts";
import type { Batch, Dataset } from "./batches/batch.ts";
import type { Run } from "./callbacks/callback.ts";
import type { Logs } from "./history/logs.ts";
import { measure } from "./evaluate.ts";
import type { FitOptions } from "./fit_options.ts";
import { emptyHistory, type History } from "./history/history.ts";
import type { Optimizer } from "./optimizers/optimizer.ts";
import { resume } from "./checkpoints/resume.ts";

/** One call of `fit`: the loop over epochs and batches, and what it has to clean up. */
export class Training implements Run {
  readonly model: tf.LayersModel;
  readonly optimizer: Optimizer;
  readonly epochs: number;
  readonly batchesPerEpoch: number;
  readonly history: History;
  seed: number;
  #data: Dataset;
  #options: FitOptions;
  #breather = new Breather();
  #dropouts?: Dropouts;
  #step?: Step;
  #validation?: Step;
  #epoch: number;

  constructor(model: tf.LayersModel, data: Dataset, options: FitOptions) {
    checkFit(model, options);
    [this.model, this.optimizer, this.epochs] = [model, options.optimizer, options.epochs];
    [this.#data, this.#options, this.batchesPerEpoch] = [data, options, data.batchesPerEpoch];
    this.history = structuredClone(options.initialHistory ?? emptyHistory());
    [this.history.stopped, this.history.partial] = [null, null];
    [this.#epoch, this.seed] = [options.initialEpoch ?? 0, options.seed ?? 0];
  }

  stop(reason: string): void {
    this.history.stopped ??= reason;
  }

  async run(): Promise<History> {
    const { interruptible = true, signal } = this.#options;
    const deaf = interruptible ? onInterrupt(() => this.stop("interrupted")) : () => {};
    const abort = () => this.stop(`aborted: ${signal?.reason?.message ?? signal?.reason}`);
    signal?.addEventListener("abort", abort);
    if (signal?.aborted) abort();
    try {
      await this.#runAll();
    } finally {
      deaf();
      signal?.removeEventListener("abort", abort);
      this.#dropouts?.dispose();
      this.#step?.dispose();
      this.#validation?.dispose();
    }
    return this.history;
  }

  async #runAll(): Promise<void> {
    await this.#prepare();
    try {
      await this.#tell("onTrainBegin", this);
      for (; this.#epoch < this.epochs && this.history.stopped === null; this.#epoch++) {
        await this.#runEpoch();
      }
    } finally {
      await this.#tell("onTrainEnd", this.history, this);
    }
  }

  async #prepare(): Promise<void> {
    const { loss, metrics = [], validation, resumeFrom } = this.#options;
    this.optimizer.build(this.model.trainableWeights.map((weight) => weight.read() as tf.Variable));
    if (resumeFrom !== undefined) await this.#resume(resumeFrom);
    this.#dropouts = new Dropouts(this.model);
    this.#step = trainStep(this.model, this.optimizer, { loss, metrics });
    if (validation) this.#validation = testStep(this.model, { loss, metrics });
  }

  async #resume(folder: string): Promise<void> {
    const resumed = await resume(folder, { model: this.model, optimizer: this.optimizer });
    if (!resumed) return;
    Object.assign(this.history, resumed.initialHistory, { stopped: null, partial: null });
    [this.#epoch, this.seed] = [resumed.initialEpoch, resumed.seed];
  }

  async #runEpoch(): Promise<void> {
    const started = performance.now(), meter = new Meter(this.#options.metrics ?? []);
    try {
      this.#dropouts!.start(this.seed, this.#epoch);
      await this.#tell("onEpochBegin", this.#epoch, this);
      const count = await this.#runBatches(meter);
      await meter.flush();
      this.#watch(meter.logs(), count);
      if (this.history.stopped !== null) return this.#keepPartial(meter.logs(), count);
      const logs = { ...meter.logs(), ...await this.#validate() };
      this.#keep(logs, (performance.now() - started) / 1000);
      await this.#tell("onEpochEnd", this.#epoch, logs, this);
    } finally {
      meter.dispose();
    }
  }

  async #runBatches(meter: Meter): Promise<number> {
    let count = 0;
    for await (const batch of this.#data.batches(this.#epoch)) {
      this.#runBatch(batch, meter);
      if (this.#readsAhead) await meter.flush();
      await this.#tell("onBatchEnd", count++, meter.logs(), this);
      if (this.#breather.due()) {
        await meter.flush();
        await this.#breather.breathe();
        this.#watch(meter.logs(), count);
      }
      if (this.history.stopped !== null) return count;
    }
    if (count === 0) {
      throw new RangeError("Cannot train on data as at least one batch: the dataset yielded none");
    }
    return count;
  }

  #runBatch(batch: Batch, meter: Meter): void {
    const flat = flatten(batch, this.model);
    try {
      meter.add(this.#step!(flat), flat.size);
    } finally {
      flat.dispose();
    }
  }

  /** WebGPU can't be waited for, so callbacks of batches find their numbers read already. */
  get #readsAhead(): boolean {
    const listening = this.#options.callbacks?.some((callback) => callback.onBatchEnd) ?? false;
    return listening && tf.getBackend() === "webgpu";
  }

  async #validate(): Promise<Record<string, number>> {
    const { validation, metrics = [] } = this.#options;
    if (!validation) return {};
    return await measure(validation, { model: this.model, step: this.#validation!, metrics, prefix: "val_" });
  }

  #watch(logs: Logs, count: number): void {
    if (!this.#options.terminateOnNaN || !Number.isNaN(logs.loss)) return;
    this.stop(
      `the loss was not a number by batch ${count} of epoch ${this.#epoch + 1}: try a smaller learning rate`,
    );
  }

  #keep(logs: Logs, seconds: number): void {
    this.history.epoch.push(this.#epoch);
    this.history.seconds.push(seconds);
    for (const [name, value] of Object.entries(logs)) (this.history.metrics[name] ??= []).push(value);
  }

  #keepPartial(logs: Logs, count: number): void {
    this.history.partial = { epoch: this.#epoch, batches: count, logs: { ...logs } };
  }

  async #tell<Name extends keyof Told>(name: Name, ...args: Told[Name]): Promise<void> {
    for (const callback of this.#options.callbacks ?? []) {
      await (callback[name] as ((...args: Told[Name]) => unknown) | undefined)?.apply(callback, args);
    }
  }
}

type Told = {
  onTrainBegin: [Run];
  onEpochBegin: [number, Run];
  onBatchEnd: [number, Logs, Run];
  onEpochEnd: [number, Logs, Run];
  onTrainEnd: [History, Run];
};
