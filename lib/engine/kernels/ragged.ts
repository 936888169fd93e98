import { intAttribute, stringAttribute, typeAttribute } from "../tensorflow/make_attributes.ts";
import { runOperation } from "../tensorflow/run_operation.ts";
import type { tf } from "../_tf.ts";
import { DataType } from "../tensorflow/types.ts";
import { addKernel } from "./_wrap_kernel.ts";

interface Gather {
  outputRaggedRank: number;
}

/** Registers the kernels of ragged tensors, which tfjs-node lacks and TensorFlow has. */
export function registerRagged(): void {
  addKernel<Gather>("RaggedGather", ({ inputs, attrs: { outputRaggedRank } }) => {
    const splits = inputs.paramsNestedSplits as unknown as tf.Tensor[], values = inputs.paramsDenseValues!;
    const attributes = [
      typeAttribute("Tvalues", DataType[values.dtype as keyof typeof DataType]),
      typeAttribute("Tindices", DataType.int32),
      typeAttribute("Tsplits", DataType.int32),
      intAttribute("PARAMS_RAGGED_RANK", splits.length),
      intAttribute("OUTPUT_RAGGED_RANK", outputRaggedRank),
    ];
    return runOperation(
      "RaggedGather",
      attributes,
      [...splits, values, inputs.indices!],
      outputRaggedRank + 1,
    );
  });
  addKernel(
    "RaggedRange",
    ({ inputs: { starts, limits, deltas } }) =>
      runOperation("RaggedRange", [typeAttribute("Tsplits", DataType.int32)], [starts!, limits!, deltas!], 2),
  );
  addKernel<{ rowPartitionTypes: string[] }>("RaggedTensorToTensor", ({ inputs, attrs }) => {
    const partitions = inputs.rowPartitionTensors as unknown as tf.Tensor[];
    const attributes = [
      typeAttribute("Tindex", DataType.int32),
      intAttribute("num_row_partition_tensors", partitions.length),
      stringAttribute("row_partition_types", attrs.rowPartitionTypes),
    ];
    const all = [inputs.shape!, inputs.values!, inputs.defaultValue!, ...partitions];
    return runOperation("RaggedTensorToTensor", attributes, all)[0]!;
  });
}
