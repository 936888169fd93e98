import { tf } from "../_tf.ts";
import { wrapKernel } from "./_wrap_kernel.ts";

interface TransposedConvolution {
  strides: [number, number] | number;
  pad: "valid" | "same" | number | [number, number][];
  dataFormat: "NHWC" | "NCHW";
  dimRoundingMode?: "floor" | "round" | "ceil";
}

/**
 * Lets `Conv2DBackpropInput` (a transposed convolution) and `Conv2DBackpropFilter` take paddings given as numbers, which
 * tfjs-node's kernels refuse: worked out on the padded image without padding, then cut.
 */
export function registerTransposedPadding(): void {
  wrapKernel<TransposedConvolution & { inputShape: number[] }>("Conv2DBackpropInput", ({ attrs }, stock) => {
    if (!isExplicit(attrs)) return stock();
    const { inputShape, pad } = attrs;
    return tf.tidy(() => {
      const larger = inputShape.map((size, axis) => size + pad[axis]![0] + pad[axis]![1]);
      const made = stock({}, { pad: "valid", inputShape: larger });
      return tf.slice(made, pad.map(([before]) => before), inputShape);
    });
  });
  wrapKernel<TransposedConvolution>("Conv2DBackpropFilter", ({ inputs: { x }, attrs }, stock) => {
    if (!isExplicit(attrs)) return stock();
    return tf.tidy(() => stock({ x: tf.pad(x!, attrs.pad) }, { pad: "valid" }));
  });
}

function isExplicit<A extends TransposedConvolution>(attrs: A): attrs is A & { pad: [number, number][] } {
  return Array.isArray(attrs.pad);
}
