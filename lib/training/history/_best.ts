import type { Logs } from "./logs.ts";

/** Which logged value is followed, and what better means. */
export interface BestOptions {
  /** The logged name. @default "val_loss" */
  monitor?: string;
  /** Whether more or less is better; "auto" takes more for names with "acc". @default "auto" */
  mode?: "auto" | "min" | "max";
  /** What a change has to be at least to count. @default 0 */
  minDelta?: number;
}

/** The best value of a logged name so far. */
export class Best {
  readonly monitor: string;
  #sign: 1 | -1;
  #minDelta: number;
  #best = Infinity;

  constructor({ monitor = "val_loss", mode = "auto", minDelta = 0 }: BestOptions) {
    const more = mode === "max" || (mode === "auto" && monitor.includes("acc"));
    [this.monitor, this.#sign, this.#minDelta] = [monitor, more ? -1 : 1, Math.abs(minDelta)];
  }

  /** Takes an epoch's value; true when it is the best so far. */
  take(logs: Logs): boolean {
    const value = logs[this.monitor];
    if (value === undefined) {
      throw new TypeError(`Cannot monitor "${this.monitor}" as one of ${Object.keys(logs).join(", ")}`);
    }
    const better = this.#sign * value + this.#minDelta < this.#best;
    if (better) this.#best = this.#sign * value;
    return better;
  }
}
