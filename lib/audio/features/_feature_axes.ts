/** Frames and features of a frame, the last two axes; one number a frame, as `rms` gives, has no features. */
export function featureAxes({ shape }: { shape: readonly number[] }): [frames: number, features: number] {
  const [frames, features] = shape.slice(-2);
  if (frames === undefined || features === undefined) {
    throw new TypeError(`Cannot work on features as [(clips,) frames, features]: [${shape.join(", ")}]`);
  }
  return [frames, features];
}
