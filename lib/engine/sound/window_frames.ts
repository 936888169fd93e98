import { recurrentPath } from "../recurrent_path.ts";
import { withOneThread } from "../onednn/threads.ts";
import { windowRows } from "../onednn/window_rows.ts";

/** Which frames of a signal, and what they are multiplied with. */
export interface WindowFramesOptions {
  /** Sample with which the first frame begins. */
  from: number;
  /** Samples from one frame's beginning to the next one's. */
  hopLength: number;
  /** Weights of a frame's samples: as many as a row has numbers, or fewer. */
  window: Float32Array;
  /** Numbers from one row's beginning to the next one's in the result. */
  rowLength: number;
}

/** Rows that oneDNN takes at a time; with fewer than the second a call costs more than it saves. */
const most = 128, fewest = 16;

/**
 * Cuts a signal into windowed frames: `to[t · rowLength + i] = window[i] · samples[from + t · hopLength + i]`. What is behind the
 * window in a row stays as it is. On oneDNN, where it is there, it takes a fifth of a loop's time.
 *
 * @param samples the signal
 * @param to rows, as many as there are frames; it may be a tensor's own memory
 * @param options which frames, and their window
 * @throws {RangeError} when `to` is not made of such rows, or a frame reaches out of the samples
 * @example
 * ```ts
 * import { windowFrames } from "unroll/engine/mod.ts";
 * const rows = new Float32Array(6), window = Float32Array.of(1, 2, 1);
 * windowFrames(Float32Array.of(1, 2, 3, 4, 5), rows, { from: 0, hopLength: 2, window, rowLength: 3 });
 * rows; // [1, 4, 3, 3, 8, 5]
 * ```
 */
export function windowFrames(samples: Float32Array, to: Float32Array, options: WindowFramesOptions): void {
  checkFrames(samples, to, options);
  const { from, hopLength, window, rowLength } = options, rows = to.length / rowLength;
  if (Math.floor(rows / apart(options)) >= fewest && recurrentPath() === "onednn") {
    return withOneThread(() => onOneDNN(samples, to, options)); // memory is what it waits for
  }
  for (let row = 0; row < rows; row++) {
    const read = from + row * hopLength, write = row * rowLength;
    for (let i = 0; i < window.length; i++) to[write + i] = samples[read + i]! * window[i]!;
  }
}

/** Frames so far apart have no sample in common. */
function apart({ window, hopLength }: WindowFramesOptions): number {
  return Math.ceil(window.length / hopLength);
}

/** oneDNN wants rows that don't overlap: the frames go in as many turns as share a sample. */
function onOneDNN(samples: Float32Array, to: Float32Array, options: WindowFramesOptions): void {
  const { from, hopLength, window, rowLength } = options,
    rows = to.length / rowLength,
    turns = apart(options);
  const many = Math.min(most, 2 ** Math.floor(Math.log2(rows / turns))); // powers of two: few different plans
  const strides = { step: turns * hopLength, stride: turns * rowLength };
  const plan = windowRows({ rows: many, width: window.length, ...strides });
  const weights = Deno.UnsafePointer.of(window as BufferSource)!;
  for (let turn = 0; turn < turns; turn++) {
    const count = Math.ceil((rows - turn) / turns);
    for (let done = 0; done < count; done += many) {
      const row = turn + turns * Math.min(done, count - many); // the last ones may come a second time
      plan.run({ from: at(samples, from + row * hopLength), window: weights, to: at(to, row * rowLength) });
    }
  }
}

function at(values: Float32Array, index: number): Deno.PointerObject {
  return Deno.UnsafePointer.of(values.subarray(index) as BufferSource)!;
}

/** Native code writes where it is told to. */
function checkFrames(
  samples: Float32Array,
  to: Float32Array,
  { from, hopLength, window, rowLength }: WindowFramesOptions,
): void {
  const rows = to.length / rowLength, last = from + (rows - 1) * hopLength;
  if (!Number.isInteger(rows) || window.length < 1 || window.length > rowLength) {
    throw new RangeError(
      `Cannot write frames of ${window.length} as rows of ${rowLength}: there is room for ${to.length} numbers`,
    );
  }
  const isInside = from >= 0 && hopLength >= 1 && last + window.length <= samples.length;
  if (rows > 0 && !(isInside && Number.isInteger(from) && Number.isInteger(hopLength))) {
    throw new RangeError(
      `Cannot cut frames of ${window.length} from ${samples.length} samples: they begin at ${from}, ` +
        `each ${hopLength} after the one before, and the last at ${last}`,
    );
  }
}
