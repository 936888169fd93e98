import type { tf } from "../../engine/mod.ts";
import type { History } from "../history/history.ts";
import type { Logs } from "../history/logs.ts";
import type { Optimizer } from "../optimizers/optimizer.ts";

/** The training that a callback watches. */
export interface Run {
  readonly model: tf.LayersModel;
  readonly optimizer: Optimizer;
  /** The epoch after the last one. */
  readonly epochs: number;
  readonly batchesPerEpoch: number;
  /** Grows as epochs end. */
  readonly history: History;
  /** The seed that data order and dropout come from. */
  readonly seed: number;
  /** Ends training after the current batch; the reason goes to `history.stopped`. */
  stop(reason: string): void;
}

/** Something that is told how training goes. Each method may be async; training waits for it. */
export interface Callback {
  onTrainBegin?(run: Run): void | Promise<void>;
  onEpochBegin?(epoch: number, run: Run): void | Promise<void>;
  /** Reading a value of `logs` waits for the device: read seldom. */
  onBatchEnd?(batch: number, logs: Logs, run: Run): void | Promise<void>;
  onEpochEnd?(epoch: number, logs: Logs, run: Run): void | Promise<void>;
  /** Runs also when training stopped early or threw. */
  onTrainEnd?(history: History, run: Run): void | Promise<void>;
}
