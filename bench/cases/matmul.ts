import { tf } from "unroll";
import type { Case } from "./case.ts";
import { normals } from "./random_tensors.ts";

/** The engine's arithmetic: one product of two 1024x1024 matrices in float32. */
export const matmul: Case = {
  name: "matmul",
  step: "product of two 1024x1024 matrices",
  systems: ["unroll", "tensorflow"],
  precisions: ["f32"],
  target: 1.1,
  operations: 2 * 1024 ** 3,
  prepare(size) {
    const side = size === "full" ? 1024 : 8, repeats = 10;
    const [a, b] = [normals([side, side]), normals([side, side])] as [tf.Tensor2D, tf.Tensor2D];
    return {
      repeats,
      step() {
        for (let i = 1; i < repeats; i++) tf.matMul(a, b).dispose();
        return lastValue(tf.matMul(a, b));
      },
      end: () => tf.dispose([a, b]),
    };
  },
};

/** One number of a product, read back at the end so that every product has to be done. */
function lastValue(product: tf.Tensor2D): number {
  const corner = tf.slice(product, [0, 0], [1, 1]), value = corner.dataSync()[0]!;
  tf.dispose([product, corner]);
  return value;
}
