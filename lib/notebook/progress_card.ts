import { formatNumber } from "../plots/mod.ts";
import { emit, jupyter } from "./_host.ts";
import { addPoint, batchesDone, type Progress, startProgress } from "./_progress_state.ts";
import { progressBundle, progressText } from "./_progress_view.ts";
import { stopRequested } from "./stop.ts";

/** What the card needs of a training that it watches. */
export interface WatchedRun {
  readonly epochs: number;
  readonly batchesPerEpoch: number;
  /** What earlier epochs left behind, where training is resumed. */
  readonly history?: WatchedHistory;
  /** Ends training in good order. */
  stop(reason: string): void;
}

/** What the card needs of a training's end. */
export interface WatchedHistory {
  readonly epoch?: readonly number[];
  readonly metrics?: Readonly<Record<string, readonly number[]>>;
  readonly stopped?: string | null;
  /** The epoch that wasn't finished. */
  readonly partial?: { readonly batches: number } | null;
}

/** Values measured in training. Reading one may wait for the device. */
export type WatchedLogs = Readonly<Record<string, number>>;

/** A training callback: what `fit` calls. */
export interface ProgressCard {
  onTrainBegin(run: WatchedRun): void;
  onEpochBegin(epoch: number, run: WatchedRun): void;
  onBatchEnd(batch: number, logs: WatchedLogs, run: WatchedRun): Promise<void> | void;
  onEpochEnd(epoch: number, logs: WatchedLogs, run: WatchedRun): Promise<void> | void;
  onTrainEnd(history: WatchedHistory, run: WatchedRun): void;
}

/** Options of {@linkcode progressCard}. */
export interface ProgressCardOptions {
  /** Stands on top of the card. @default "Training" */
  title?: string;
  /** The shortest time between two updates, in milliseconds; long trainings update less often. @default 500 */
  interval?: number;
  /** A clock in milliseconds, for tests. @default performance.now */
  clock?: () => number;
}

/** Training gives way this often (milliseconds), so that the stop button and the page get a turn. */
const TURN = 100;

/**
 * A card that follows a training: epoch, batch, loss, time left and the loss curve, in one output that is updated in place
 * and stays in the report as it was at the end. It passes the stop button on, so that training ends after the current
 * step with what was reached. Outside a notebook it prints one line an epoch.
 *
 * @param options title, how often to update
 * @returns a callback for `fit`
 * @example
 * ```ts
 * import { progressCard } from "unroll/notebook/mod.ts";
 * const callbacks = [progressCard({ title: "GRU 1024" })];
 * ```
 */
export function progressCard(options: ProgressCardOptions = {}): ProgressCard {
  return new Card(options);
}

class Card implements ProgressCard {
  #title: string;
  #interval: number;
  #clock: () => number;
  #id = `unroll-progress-${crypto.randomUUID()}`;
  #state: Progress = startProgress(0, 0, 0);
  #drawnAt = -Infinity;
  #turnAt = 0;

  constructor(options: ProgressCardOptions) {
    this.#title = options.title ?? "Training";
    this.#interval = options.interval ?? 500;
    this.#clock = options.clock ?? (() => performance.now());
  }

  onTrainBegin(run: WatchedRun): void {
    stopRequested(); // from here on a press of the stop button counts
    this.#state = startProgress(run.epochs, run.batchesPerEpoch, this.#clock());
    this.#id = `unroll-progress-${crypto.randomUUID()}`;
    this.#turnAt = this.#state.now;
    this.#remember(run.history ?? {});
    this.#draw(false);
  }

  onEpochBegin(epoch: number): void {
    Object.assign(this.#state, { epoch, batch: 0, now: this.#clock() });
  }

  onBatchEnd(batch: number, logs: WatchedLogs, run: WatchedRun): Promise<void> | void {
    const state = this.#state;
    state.batch = batch + 1;
    state.now = this.#clock();
    state.pace ??= { at: state.now, done: batchesDone(state) };
    if (state.now - this.#drawnAt >= this.#wait()) {
      this.#read(logs);
      this.#draw(true);
    }
    return this.#giveWay(run);
  }

  onEpochEnd(epoch: number, logs: WatchedLogs, run: WatchedRun): Promise<void> | void {
    const state = this.#state;
    Object.assign(state, { epoch, batch: run.batchesPerEpoch, now: this.#clock() });
    this.#read(logs);
    const { val_loss: validation } = logs;
    if (validation !== undefined) addPoint(state.curve.validation, batchesDone(state), validation);
    this.#draw(true);
    if (!jupyter()) emit({ "text/plain": progressText(state, this.#title) });
    return this.#giveWay(run);
  }

  onTrainEnd(history: WatchedHistory, run: WatchedRun): void {
    const state = this.#state;
    state.now = this.#clock();
    state.ended = ending(history, run);
    this.#draw(true);
    if (!jupyter()) emit({ "text/plain": progressText(state, this.#title) });
  }

  /** Half a second at first, a hundredth of the time spent later: a night of training makes no storm of messages. */
  #wait(): number {
    return Math.min(10_000, Math.max(this.#interval, (this.#state.now - this.#state.startedAt) / 100));
  }

  /** Draws the epochs before a resumed training. */
  #remember({ epoch = [], metrics = {} }: WatchedHistory): void {
    const state = this.#state;
    epoch.forEach((number, i) => {
      state.epoch = number + 1;
      addPoint(state.curve.loss, batchesDone(state), metrics.loss?.[i] ?? NaN);
      addPoint(state.curve.validation, batchesDone(state), metrics.val_loss?.[i] ?? NaN);
    });
  }

  #read(logs: WatchedLogs): void {
    this.#state.logs = { ...logs };
    const { loss } = logs;
    if (loss !== undefined) addPoint(this.#state.curve.loss, batchesDone(this.#state), loss);
  }

  #draw(update: boolean): void {
    this.#drawnAt = this.#state.now;
    emit(progressBundle(this.#state, this.#title), { id: this.#id, update });
  }

  /** Passes the stop button on, and now and then lets other work run. */
  #giveWay(run: WatchedRun): Promise<void> | void {
    if (stopRequested()) run.stop("stopped by the reader");
    if (this.#state.now - this.#turnAt < TURN) return;
    return new Promise((done) => setTimeout(done)).then(() => {
      this.#turnAt = this.#clock();
      if (stopRequested()) run.stop("stopped by the reader");
    });
  }
}

function ending({ epoch = [], stopped, partial }: WatchedHistory, run: WatchedRun): string {
  const done = epoch.length, more = partial ? ` and ${counted(partial.batches, "batch", "es")}` : "";
  if (stopped) return `Ended after ${counted(done, "epoch")}${more}: ${stopped}`;
  return done >= run.epochs
    ? `Finished ${counted(done, "epoch")}`
    : `Ended after ${done} of ${run.epochs} epochs${more}`;
}

function counted(count: number, noun: string, plural = "s"): string {
  return `${formatNumber(count)} ${noun}${count === 1 ? "" : plural}`;
}
