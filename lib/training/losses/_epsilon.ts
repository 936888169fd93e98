/** Keras's `epsilon()`: how far probabilities stay from 0 and 1 before their logarithm. */
export const EPSILON = 1e-7;
