import { random, sizeOf, tf } from "unroll";

/** Whole numbers in [0, below), the same each time. */
export function integers(shape: number[], below: number): tf.Tensor {
  const source = random(1).fork(`integers ${shape} below ${below}`);
  return tf.tensor(
    Int32Array.from({ length: sizeOf(shape) }, () => source.integer(0, below)),
    shape,
    "int32",
  );
}

/** Zeros and ones as float32, the same each time. */
export function yesOrNo(shape: number[]): tf.Tensor {
  const source = random(2).fork(`yes or no ${shape}`);
  return tf.tensor(Float32Array.from({ length: sizeOf(shape) }, () => source.integer(0, 2)), shape);
}

/** Draws from the standard normal distribution, the same each time. */
export function normals(shape: number[]): tf.Tensor {
  const source = random(3).fork(`normals ${shape}`);
  return tf.tensor(Float32Array.from({ length: sizeOf(shape) }, () => source.normal()), shape);
}
