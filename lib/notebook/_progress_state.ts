/** What a training's progress card knows. Times are in milliseconds of one clock. */
export interface Progress {
  epochs: number;
  batchesPerEpoch: number;
  /** The running epoch, 0-based. */
  epoch: number;
  /** Batches done in it. */
  batch: number;
  startedAt: number;
  now: number;
  /** The first batch's end (it pays for compilation) and how many batches were done then, in all epochs. */
  pace?: { at: number; done: number };
  /** The last values that were read. */
  logs: Readonly<Record<string, number>>;
  /** The curve: loss over batches done, and validation loss at ends of epochs. */
  curve: { loss: Curve; validation: Curve };
  /** How it ended; undefined while it runs. */
  ended?: string;
}

/** Points of a curve. */
export type Curve = { x: number; y: number }[];

/** The most points that a curve keeps: more than a card has pixels columns. */
const MOST = 400;

/** A card before the first batch. */
export function startProgress(epochs: number, batchesPerEpoch: number, now: number): Progress {
  const curve = { loss: [], validation: [] };
  return { epochs, batchesPerEpoch, epoch: 0, batch: 0, startedAt: now, now, logs: {}, curve };
}

/** Batches done in all epochs, those of a resumed training's past included. */
export function batchesDone({ epoch, batchesPerEpoch, batch }: Progress): number {
  return epoch * batchesPerEpoch + batch;
}

/** Adds a point; a full curve is halved by joining neighbours. */
export function addPoint(curve: Curve, x: number, y: number): void {
  if (!Number.isFinite(y)) return;
  curve.push({ x, y });
  if (curve.length <= MOST) return;
  const halved = Array.from({ length: Math.floor(curve.length / 2) }, (_, i) => {
    const a = curve[2 * i]!, b = curve[2 * i + 1]!;
    return { x: b.x, y: (a.y + b.y) / 2 };
  });
  const rest = curve.length % 2 ? [curve.at(-1)!] : [];
  curve.splice(0, curve.length, ...halved, ...rest);
}

/** Seconds that are left at the pace since the first batch; undefined until there is one. */
export function secondsLeft(state: Progress): number | undefined {
  if (!state.pace) return undefined;
  const since = batchesDone(state) - state.pace.done;
  if (since < 1) return undefined;
  const left = state.epochs * state.batchesPerEpoch - batchesDone(state);
  return (state.now - state.pace.at) / since * left / 1000;
}
