/** Frames to transform. */
export interface SpectraJob {
  /** Samples of clips of one length, without their padding. */
  clips: readonly Float32Array[];
  /** Frames of each. */
  frames: number;
  hopLength: number;
  /** Samples of padding before a clip: frame t begins at t · hopLength - before. */
  before: number;
  /** The padding's number at a place outside the samples. */
  outside(samples: Float32Array, at: number): number;
  /** Weights of a frame's samples. */
  window: Float64Array;
  /** Frames are zeros from the window's end to here. */
  fftLength: number;
  /** 1 magnitudes, 2 powers, undefined the complex numbers, real and imaginary part by turns. */
  power?: 1 | 2;
}

/** Gets some rows, the first of which is row `first` of all; they are overwritten after the call. */
export type UseRows = (rows: Float32Array, first: number) => void;

/** Overlapping blocks of samples that are filtered and brought to another rate. */
export interface BlockJob {
  /** Samples of a block: even. Block b begins at sample b · (length - 2 · guardIn) - guardIn. */
  length: number;
  /** Samples that a block becomes: even; all but the guards at its ends follow upon those of the block before. */
  made: number;
  guardIn: number;
  guardOut: number;
  /** The filter's response [min(length, made) / 2 + 1] at k / length of the first rate: real, so that nothing is delayed. */
  response: Float64Array;
}

/** A matrix by rows. */
export interface Matrix {
  values: Float32Array;
  /** [rows, columns] */
  shape: [number, number];
}

/** What does the arithmetic of features; both engines give the same numbers to float32's precision. */
export interface AudioEngine {
  /** "plain" is TypeScript alone, "tensorflow" native and batched. */
  readonly name: "plain" | "tensorflow";
  /** Rows [clips · frames, bins], or with two numbers a bin, some at a time and in order. */
  spectra(job: SpectraJob, use: UseRows): void;
  /** Writes [n, rows] times [rows, columns]. */
  product(values: Float32Array, matrix: Matrix, to: Float32Array): void;
  /** Writes 10 log10(max(floor, x)) of each. */
  decibels(values: Float32Array, floor: number, to: Float32Array): void;
  /** Writes all of `to`, as far as there are samples; beyond them are zeros. */
  resample(samples: Float32Array, job: BlockJob, to: Float32Array): void;
}
