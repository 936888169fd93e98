import { tf } from "unroll";
import type { Case } from "./case.ts";

/** What an operation costs beside its arithmetic: additions of two numbers each, made and disposed of. */
export const smallOp: Case = {
  name: "small_op",
  step: "addition of two tensors of two numbers",
  systems: ["unroll", "tensorflow"],
  precisions: ["f32"],
  prepare(size) {
    const repeats = size === "full" ? 5000 : 10, one = tf.tensor1d([1, 2]), other = tf.tensor1d([3, 4]);
    return {
      repeats,
      step() {
        let sum = tf.add(one, other);
        for (let i = 1; i < repeats; i++) {
          sum.dispose();
          sum = tf.add(one, other);
        }
        const value = sum.dataSync()[0]!;
        sum.dispose();
        return value;
      },
      end: () => tf.dispose([one, other]),
    };
  },
};
