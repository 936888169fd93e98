import { runOperation, typeAttribute } from "../_kernels.ts";
import type { tf } from "../_tf.ts";
import { DataType } from "../tensorflow/types.ts";
import { intAttribute, stringAttribute } from "./_attributes.ts";
import { addKernel } from "./_wrap_kernel.ts";

/** Registers the kernels of ragged tensors, which tfjs-node lacks and TensorFlow has. */
export function registerRagged(): void {
  addKernel<{ outputRaggedRank: number }>("RaggedGather", ({ inputs, attrs: { outputRaggedRank } }) => {
    const splits = inputs.paramsNestedSplits as unknown as tf.Tensor[];
    const ranks = [
      intAttribute("PARAMS_RAGGED_RANK", splits.length),
      intAttribute("OUTPUT_RAGGED_RANK", outputRaggedRank),
    ];
    const all = [...splits, inputs.paramsDenseValues!, inputs.indices!];
    return runOperation("RaggedGather", ranks, all, outputRaggedRank + 1);
  });
  addKernel(
    "RaggedRange",
    ({ inputs: { starts, limits, deltas } }) =>
      runOperation("RaggedRange", [typeAttribute("Tsplits", DataType.int32)], [starts!, limits!, deltas!], 2),
  );
  addKernel<{ rowPartitionTypes: string[] }>("RaggedTensorToTensor", ({ inputs, attrs }) => {
    const partitions = inputs.rowPartitionTensors as unknown as tf.Tensor[];
    const attributes = [
      intAttribute("num_row_partition_tensors", partitions.length),
      stringAttribute("row_partition_types", attrs.rowPartitionTypes),
    ];
    const all = [inputs.shape!, inputs.values!, inputs.defaultValue!, ...partitions];
    return runOperation("RaggedTensorToTensor", attributes, all)[0]!;
  });
}
