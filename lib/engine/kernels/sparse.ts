import { runOperation } from "../tensorflow/run_operation.ts";
import { tf } from "../_tf.ts";
import { runWide } from "./_run_wide.ts";
import { addKernel } from "./_wrap_kernel.ts";

/** Registers the kernels of sparse tensors and of sums over segments, which tfjs-node lacks and TensorFlow has. */
export function registerSparse(): void {
  addKernel("SparseFillEmptyRows", ({ inputs: { indices, values, denseShape, defaultValue } }) => {
    const inputs = [indices!, values!, denseShape!, defaultValue!];
    return runWide("SparseFillEmptyRows", [], inputs, { wide: [0, 2], outputs: 4 });
  });
  addKernel(
    "SparseReshape",
    ({ inputs: { inputIndices, inputShape, newShape } }) =>
      runWide("SparseReshape", [], [inputIndices!, inputShape!, newShape!], { wide: [0, 1, 2], outputs: 2 }),
  );
  addKernel(
    "SparseSegmentSum",
    ({ inputs: { data, indices, segmentIds } }) =>
      runOperation("SparseSegmentSum", [], [data!, indices!, segmentIds!])[0]!,
  );
  addKernel("SparseSegmentMean", ({ inputs: { data, indices, segmentIds } }) =>
    tf.tidy(() => {
      const inputs = [tf.cast(data!, "float32"), indices!, segmentIds!]; // TensorFlow's mean takes floats only
      return tf.cast(runOperation("SparseSegmentMean", [], inputs)[0]!, data!.dtype);
    }));
}
