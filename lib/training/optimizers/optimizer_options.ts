/** What every optimizer takes, with Keras's meanings. */
export interface OptimizerOptions {
  /** Step size; each optimizer's default is Keras's. */
  learningRate?: number;
  /** Share of each weight, times the learning rate, that is taken off before each step. @default 0 */
  weightDecay?: number;
  /** Largest norm of one variable's gradient. @default none */
  clipNorm?: number;
  /** Largest absolute value of a gradient's entry. @default none */
  clipValue?: number;
  /** Largest norm of all gradients together. @default none */
  globalClipNorm?: number;
}
