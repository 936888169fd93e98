import { typeAttribute } from "../tensorflow/make_attributes.ts";
import { runOperation } from "../tensorflow/run_operation.ts";
import { tf } from "../_tf.ts";
import { EngineError } from "../engine_error.ts";
import { AttributeType, DataType } from "../tensorflow/types.ts";
import { type KernelArguments, wrapKernel } from "./_wrap_kernel.ts";

interface Gather {
  axis: number;
  batchDims: number;
}

/**
 * Lets TensorFlow check the indices of a `GatherV2` itself: tfjs-node's kernel reads them back and looks at each in
 * JavaScript, which costs time and keeps a step with an embedding from being recorded. On a GPU TensorFlow gives zeros for an index
 * out of bounds.
 */
export function registerGather(): void {
  wrapKernel<Gather>("GatherV2", (args) => gather(args));
}

function gather({ inputs, attrs: { axis, batchDims } }: KernelArguments<Gather>): tf.Tensor {
  const { x, indices } = inputs as { x: tf.Tensor; indices: tf.Tensor };
  tf.backend_util.segment_util.collectGatherOpShapeInfo(x, indices, axis, batchDims);
  const attributes = [
    { name: "batch_dims", type: AttributeType.int, value: batchDims },
    typeAttribute("Taxis", DataType.int32),
  ];
  try {
    return tf.tidy(() => runOperation("GatherV2", attributes, [x, indices, tf.scalar(axis, "int32")])[0]!);
  } catch (error) {
    throw outOfBounds(error, x.shape[axis]!);
  }
}

/** TensorFlow's words for a wrong index, in tfjs's. */
function outOfBounds(error: unknown, size: number): unknown {
  if (!(error instanceof EngineError)) return error;
  const [, index] = /\] = (-?\d+) is not in/.exec(error.message) ?? [];
  if (index === undefined) return error;
  return new RangeError(`GatherV2: the index value ${index} is not in [0, ${size - 1}]`);
}
