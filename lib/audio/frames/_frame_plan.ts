import type { FrameOptions } from "./frame.ts";
import { outsideOf } from "./_pad_sources.ts";
import { padSamples } from "./pad_mode.ts";

/** Where a sound's frames lie. */
export interface FramePlan {
  frames: number;
  frameLength: number;
  hopLength: number;
  /** Samples of padding before the sound. */
  before: number;
  /** The padding's number at a place outside the samples. */
  outside(samples: Float32Array, at: number): number;
  /** The samples with as much around them as the frames need. */
  pad(samples: Float32Array): Float32Array;
}

/** Works out the frames of so many samples. */
export function framePlan(length: number, options: FrameOptions): FramePlan {
  const { frameLength = 2048, padding = "center", padMode: mode = "constant", padValue: value = 0 } = options;
  const { hopLength = Math.max(1, Math.floor(frameLength / 4)) } = options;
  checkWhole("frameLength", frameLength);
  checkWhole("hopLength", hopLength);
  const before = padding === "center" ? Math.floor(frameLength / 2) : 0;
  const frames = countFrames(length, { frameLength, hopLength, padding });
  if (frames < 1) {
    throw new RangeError(`Cannot cut as frames of ${frameLength}: the sound has ${length} samples`);
  }
  const needed = (frames - 1) * hopLength + frameLength - before - length;
  const pad = (samples: Float32Array): Float32Array =>
    before === 0 && needed <= 0 ? samples : padSamples(samples, {
      before,
      after: padding === "center" ? before : Math.max(0, needed),
      mode,
      value,
    });
  return { frames, frameLength, hopLength, before, outside: outsideOf(mode, value), pad };
}

function countFrames(
  length: number,
  { frameLength, hopLength, padding }: { frameLength: number; hopLength: number; padding: string },
): number {
  if (padding === "end") return Math.ceil(length / hopLength);
  if (padding !== "center" && padding !== "none") {
    throw new RangeError(`Cannot pad frames as center, end, none: ${padding}`);
  }
  const padded = length + (padding === "center" ? 2 * Math.floor(frameLength / 2) : 0);
  return padded < frameLength ? 0 : 1 + Math.floor((padded - frameLength) / hopLength);
}

/** A length in samples, or a count. */
export function checkWhole(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1) {
    throw new RangeError(`Cannot use ${name} as a whole number from 1: ${value}`);
  }
}
