import { runOperation } from "../tensorflow/run_operation.ts";
import { tf } from "../_tf.ts";
import { boolAttribute } from "../tensorflow/make_attributes.ts";
import { addKernel } from "./_wrap_kernel.ts";

/** Registers kernels that search, count and combine bits, which tfjs-node lacks and TensorFlow has. */
export function registerCounting(): void {
  addKernel("BitwiseAnd", ({ inputs: { a, b } }) => runOperation("BitwiseAnd", [], [a!, b!])[0]!);
  addKernel<{ side: "left" | "right" }>("SearchSorted", ({ inputs: { sortedSequence, values }, attrs }) => {
    const op = attrs.side === "left" ? "LowerBound" : "UpperBound";
    return runOperation(op, [], [sortedSequence!, values!])[0]!;
  });
  addKernel<{ size: number; binaryOutput: boolean }>("DenseBincount", ({ inputs: { x, weights }, attrs }) => {
    const size = tf.scalar(attrs.size, "int32");
    try {
      const attributes = [boolAttribute("binary_output", attrs.binaryOutput)];
      return runOperation("DenseBincount", attributes, [x!, size, weights!])[0]!;
    } finally {
      size.dispose();
    }
  });
}
