/** Windows by name. */
export type WindowName = "hann" | "hamming" | "blackman" | "rectangular";

/** Cosine coefficients: w[i] = a0 - a1 cos(2πi/n) + a2 cos(4πi/n). */
const coefficients: Record<WindowName, readonly [number, number, number]> = {
  hann: [0.5, 0.5, 0],
  hamming: [0.54, 0.46, 0],
  blackman: [0.42, 0.5, 0.08],
  rectangular: [1, 0, 0],
};

/**
 * A periodic window, as librosa takes it: `w[i] = a0 - a1 cos(2πi/n) + a2 cos(4πi/n)`; for Hann a0 = a1 = 1/2. A window of one
 * sample is 1.
 *
 * Porting note: `tf.signal`'s windows are the same for even lengths; those of odd lengths are symmetric there, with n - 1 in place
 * of n.
 *
 * @param name which one
 * @param length n, samples
 * @returns weights [n] between 0 and 1
 * @throws {RangeError} when the name is unknown or the length is no whole number from 1
 * @example
 * ```ts
 * import { windowFunction } from "unroll/audio/mod.ts";
 * windowFunction("hann", 4); // Float64Array [0, 0.5, 1, 0.5]
 * ```
 */
export function windowFunction(name: WindowName, length: number): Float64Array {
  if (!Object.hasOwn(coefficients, name)) {
    throw new RangeError(`Cannot make a window as one of ${Object.keys(coefficients).join(", ")}: ${name}`);
  }
  if (!Number.isInteger(length) || length < 1) {
    throw new RangeError(`Cannot make a window as a whole number of samples from 1: ${length}`);
  }
  if (length === 1) return Float64Array.of(1);
  const [a0, a1, a2] = coefficients[name], turn = 2 * Math.PI / length;
  return Float64Array.from({ length }, (_, i) => a0 - a1 * Math.cos(turn * i) + a2 * Math.cos(2 * turn * i));
}
