import {
  boolAttribute,
  intAttribute,
  stringAttribute,
  typeAttribute,
} from "../tensorflow/make_attributes.ts";
import { runOperation } from "../tensorflow/run_operation.ts";
import { tf } from "../_tf.ts";
import { DataType } from "../tensorflow/types.ts";
import { addKernel } from "./_wrap_kernel.ts";

interface Pooling {
  filterSize: [number, number] | number;
  strides: [number, number] | number;
  pad: "valid" | "same" | number;
  includeBatchInIndex: boolean;
}

interface Transform {
  interpolation: string;
  fillMode: string;
  fillValue: number;
  outputShape?: [number, number];
}

/** Registers kernels of images that tfjs-node lacks and TensorFlow has. */
export function registerImages(): void {
  addKernel<Pooling>("MaxPoolWithArgmax", ({ inputs: { x }, attrs }) =>
    runOperation(
      "MaxPoolWithArgmax",
      [
        intAttribute("ksize", sides(attrs.filterSize)),
        intAttribute("strides", sides(attrs.strides)),
        stringAttribute("padding", attrs.pad === 0 ? "VALID" : String(attrs.pad).toUpperCase()),
        boolAttribute("include_batch_in_index", attrs.includeBatchInIndex),
        typeAttribute("Targmax", DataType.int32),
      ],
      [x!],
      2,
    ));
  addKernel<Transform>("Transform", ({ inputs: { image, transforms }, attrs }) =>
    tf.tidy(() => {
      const size = tf.tensor1d(attrs.outputShape ?? image!.shape.slice(1, 3), "int32");
      const modes = [
        stringAttribute("interpolation", attrs.interpolation.toUpperCase()),
        stringAttribute("fill_mode", attrs.fillMode.toUpperCase()),
      ];
      const inputs = [image!, transforms!, size, tf.scalar(attrs.fillValue)];
      return runOperation("ImageProjectiveTransformV3", modes, inputs)[0]!;
    }));
}

/** [1, height, width, 1] for a window of an NHWC image. */
function sides(size: [number, number] | number): number[] {
  return [1, ...(typeof size === "number" ? [size, size] : size), 1];
}
