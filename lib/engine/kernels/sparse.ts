import { runOperation } from "../_kernels.ts";
import { runWide } from "./_run_wide.ts";
import { addKernel } from "./_wrap_kernel.ts";

/** Registers the kernels of sparse tensors and of sums over segments, which tfjs-node lacks and TensorFlow has. */
export function registerSparse(): void {
  addKernel(
    "SparseFillEmptyRows",
    ({ inputs: { indices, values, denseShape, defaultValue } }) =>
      runWide("SparseFillEmptyRows", [], [indices!, values!, denseShape!, defaultValue!], {
        wide: [0, 2],
        outputs: 4,
      }),
  );
  addKernel(
    "SparseReshape",
    ({ inputs: { inputIndices, inputShape, newShape } }) =>
      runWide("SparseReshape", [], [inputIndices!, inputShape!, newShape!], { wide: [0, 1, 2], outputs: 2 }),
  );
  for (const name of ["SparseSegmentSum", "SparseSegmentMean"]) {
    addKernel(
      name,
      ({ inputs: { data, indices, segmentIds } }) =>
        runOperation(name, [], [data!, indices!, segmentIds!])[0]!,
    );
  }
}
