import { tf } from "../_tf.ts";
import { nativeCall } from "../recording/native_call.ts";
import { maxPoolGradient, type MaxPoolShape } from "../onednn/max_pool_gradient.ts";
import { recurrentPath } from "../recurrent_path.ts";
import { wrapKernel } from "./_wrap_kernel.ts";

interface Pooling {
  filterSize: number | [number, number];
  strides: number | [number, number];
  pad: "valid" | "same" | number;
}

/**
 * Lets oneDNN compute the gradient of max pools where it is there: TensorFlow's takes half of a convolutional network's
 * step. It is ours at any size; other paddings than "valid" and "same" stay with the kernel below.
 */
export function registerMaxPoolGradient(): void {
  wrapKernel<Pooling>("MaxPoolGrad", ({ inputs, attrs }, stock) => {
    const { dy, input } = inputs as { dy: tf.Tensor4D; input: tf.Tensor4D };
    const onOneDNN = recurrentPath() === "onednn" && input.dtype === "float32" && input.size > 0;
    if (!onOneDNN || typeof attrs.pad === "number") return stock();
    const shape = poolShape(input.shape, attrs);
    return nativeCall([input, dy], {
      name: `oneDNN max pool gradient ${JSON.stringify(shape)}`,
      shapes: [input.shape],
      run: maxPoolGradient(shape),
    })[0]!;
  });
}

function poolShape(
  input: [number, number, number, number],
  { filterSize, strides, pad }: Pooling,
): MaxPoolShape {
  const info = tf.backend_util.computePool2DInfo(input, filterSize, strides, 1, pad);
  return {
    batch: info.batchSize,
    channels: info.inChannels,
    input: [info.inHeight, info.inWidth],
    output: [info.outHeight, info.outWidth],
    window: [info.filterHeight, info.filterWidth],
    stride: [info.strideHeight, info.strideWidth],
    before: [info.padInfo.top, info.padInfo.left],
  };
}
