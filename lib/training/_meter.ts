import { tf } from "../engine/mod.ts";
import type { Logs } from "./history/logs.ts";
import type { Metric } from "./losses/loss.ts";

/**
 * Exact means over an epoch, read back lazily: reports stay on the device until somebody looks. The loss is the mean over
 * batches weighted by their samples, a metric the mean over positions, summed here in double precision.
 */
export class Meter {
  #metrics: readonly Metric[];
  #pending: { report: tf.Tensor; size: number }[] = [];
  #sums: number[];
  #samples = 0;

  constructor(metrics: readonly Metric[]) {
    this.#metrics = metrics;
    this.#sums = new Array(1 + 2 * metrics.length).fill(0);
  }

  /** Takes a step's report and owns it. */
  add(report: tf.Tensor, size: number): void {
    this.#pending.push({ report, size });
  }

  /** Reads what is pending, without blocking where the backend can. */
  async flush(): Promise<void> {
    if (this.#pending.length === 0) return;
    const { sizes, stacked } = this.#take();
    try {
      this.#count(await stacked.data(), sizes);
    } finally {
      stacked.dispose();
    }
  }

  /** The means so far, each read when it is looked at; names get the prefix. */
  logs(prefix = ""): Logs {
    const logs = {} as Logs;
    const names = ["loss", ...this.#metrics.map(({ name }) => name)];
    names.forEach((name, i) =>
      Object.defineProperty(logs, prefix + name, { enumerable: true, get: () => this.#mean(i) })
    );
    return logs;
  }

  /** Frees what nobody read. */
  dispose(): void {
    this.#pending.forEach(({ report }) => report.dispose());
    this.#pending = [];
  }

  #mean(index: number): number {
    this.#flushNow();
    if (index === 0) return this.#sums[0]! / this.#samples;
    const mean = this.#sums[2 * index - 1]! / this.#sums[2 * index]!;
    return this.#metrics[index - 1]!.finish?.(mean) ?? mean;
  }

  #flushNow(): void {
    if (this.#pending.length === 0) return;
    const { sizes, stacked } = this.#take();
    this.#count(stacked.dataSync(), sizes);
    stacked.dispose();
  }

  #take(): { sizes: number[]; stacked: tf.Tensor } {
    const stacked = tf.stack(this.#pending.map(({ report }) => report)); // [1 + 2M] each -> [N, 1 + 2M]
    const sizes = this.#pending.map(({ size }) => size);
    this.dispose();
    return { sizes, stacked };
  }

  #count(values: ArrayLike<number>, sizes: number[]): void {
    const width = this.#sums.length;
    sizes.forEach((size, row) => {
      this.#samples += size;
      for (let i = 0; i < width; i++) this.#sums[i]! += values[row * width + i]! * (i === 0 ? size : 1);
    });
  }
}
