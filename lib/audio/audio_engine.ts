/** Frames to transform. */
export interface SpectraJob {
  /** Clips with their padding. */
  padded: readonly Float32Array[];
  /** Frames of each. */
  frames: number;
  hopLength: number;
  /** Weights of a frame's samples. */
  window: Float64Array;
  /** Frames are zeros from the window's end to here. */
  fftLength: number;
  /** 1 magnitudes, 2 powers, undefined the complex numbers, real and imaginary part by turns. */
  power?: 1 | 2;
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
  /** [clips · frames, bins], or with two numbers a bin. */
  spectra(job: SpectraJob): Float32Array;
  /** [n, rows] times [rows, columns]. */
  product(values: Float32Array, matrix: Matrix): Float32Array;
  /** 10 log10(max(floor, x)) of each. */
  decibels(values: Float32Array, floor: number): Float32Array;
}
