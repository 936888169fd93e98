import { tf } from "../_tf.ts";
import { wrapKernel } from "./_wrap_kernel.ts";

interface Depthwise {
  strides: [number, number] | number;
  pad: "valid" | "same" | number;
  dilations: [number, number] | number | null;
  dimRoundingMode?: "floor" | "round" | "ceil";
}

/**
 * Lets `DepthwiseConv2dNative` take dilations on a processor, where TensorFlow's kernel has none: the pixels that a dilated
 * filter sees together become an image of their own (space to batch), are convolved, and go back.
 */
export function registerDilatedDepthwise(): void {
  wrapKernel<Depthwise>("DepthwiseConv2dNative", ({ inputs: { x, filter }, attrs }, stock) => {
    const { strides, pad, dimRoundingMode } = attrs, dilations = attrs.dilations ?? 1;
    const image = x!.shape as [number, number, number, number];
    const window = filter!.shape as [number, number, number, number];
    const info = tf.backend_util.computeConv2DInfo(
      image,
      window,
      strides,
      dilations,
      pad,
      dimRoundingMode,
      true,
    );
    const block = [info.dilationHeight, info.dilationWidth];
    if (block.every((rate) => rate === 1)) return stock();
    return tf.tidy(() => {
      const { top, bottom, left, right } = info.padInfo;
      const rows = rest(image[1] + top + bottom, block[0]!),
        columns = rest(image[2] + left + right, block[1]!);
      const apart = tf.spaceToBatchND(x!, block, [[top, bottom + rows], [left, right + columns]]);
      const made = stock({ x: apart }, { pad: "valid", dilations: 1 });
      return tf.batchToSpaceND(made, block, [[0, rows], [0, columns]]);
    });
  });
}

/** What is missing to the next multiple. */
function rest(size: number, block: number): number {
  return (block - size % block) % block;
}
