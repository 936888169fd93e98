/** The systems that are compared; `tensorflow` is Python TensorFlow run eagerly, for single operations. */
export type System = "unroll" | "keras" | "keras-xla" | "pytorch" | "tensorflow";

/** Of the numbers that weights and activations are; bf16 is each system's own mixed precision. */
export type Precision = "f32" | "bf16";

/** The full sizes are what is measured; the tiny ones show that a case works. */
export type Size = "full" | "tiny";

/** A case made ready in this process. */
export interface Prepared {
  /** One step to its end, its result read back: the loss of a training step, the id of a character that was written. */
  step(): number | Promise<number>;
  /** How many measured things one step does, where it does several because one alone is too short. @default 1 */
  repeats?: number;
  /** Ends it. */
  end(): void | Promise<void>;
}

/** One thing that is measured. */
export interface Case {
  /** As in records and on the command line. */
  readonly name: string;
  /** What one step is, for readers of the table. */
  readonly step: string;
  /** Who takes part. */
  readonly systems: readonly System[];
  /** What the systems can be measured in. */
  readonly precisions: readonly Precision[];
  /** The highest ratio to the best peer that is aimed at. */
  readonly target?: number;
  /** The same for bf16, against the best peer in float32. */
  readonly bf16Target?: number;
  /** Additions and multiplications that a step needs at least: its matrix products and convolutions, forward and backward. */
  readonly operations?: number;
  /** Makes this library's part ready; the engine has to be in use. */
  prepare(size: Size): Prepared | Promise<Prepared>;
}
