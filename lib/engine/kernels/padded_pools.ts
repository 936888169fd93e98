import { tf } from "../_tf.ts";
import { type KernelArguments, type KernelResult, wrapKernel } from "./_wrap_kernel.ts";

interface Pooling {
  filterSize: number | [number, number];
  strides: number | [number, number];
  pad: "valid" | "same" | number;
  dimRoundingMode?: "floor" | "round" | "ceil";
}

type Stock = (inputs?: object, attrs?: object) => tf.Tensor;

/** Rows and columns to add before and after, for each axis of the input. */
type Padding = [number, number][];

/**
 * Lets pools take paddings given as numbers: TensorFlow's take "valid" and "same" only. A maximum is padded with -Infinity;
 * an average is taken over zeros and divided by the share of the window that lies inside,
 * backwards as well.
 *
 * Porting note: tfjs's own gradient of an average divides by the whole window, though its forward pass doesn't.
 */
export function registerPaddedPools(): void {
  for (const name of ["MaxPool", "MaxPool3D"]) {
    padded(name, "x", (x, padding, stock) => stock({ x: tf.pad(x, padding, -Infinity) }, valid));
  }
  for (const name of ["AvgPool", "AvgPool3D"]) {
    padded(
      name,
      "x",
      (x, padding, stock) => tf.divNoNan(stock({ x: tf.pad(x, padding) }, valid), share(x, padding, stock)),
    );
  }
  padded(
    "MaxPoolGrad",
    "input",
    (input, padding, stock) =>
      cut(stock({ input: tf.pad(input, padding, -Infinity) }, valid), padding, input.shape),
  );
  padded("AvgPoolGrad", "input", (input, padding, stock, { inputs, attrs }) => {
    const inside = tf.avgPool(
      tf.pad(tf.onesLike(input), padding) as tf.Tensor4D,
      attrs.filterSize,
      attrs.strides,
      "valid",
    );
    const dy = tf.divNoNan(inputs.dy!, inside);
    return cut(stock({ dy, input: tf.pad(input, padding) }, valid), padding, input.shape);
  });
}

const valid = { pad: "valid", dimRoundingMode: undefined };

function padded(
  name: string,
  input: string,
  run: (x: tf.Tensor, padding: Padding, stock: Stock, args: KernelArguments<Pooling>) => KernelResult,
): void {
  wrapKernel<Pooling>(name, (args, stock) => {
    const x = args.inputs[input]!, padding = paddingOf(x.shape, args.attrs);
    return padding === undefined ? stock() : tf.tidy(() => run(x, padding, stock, args) as tf.Tensor);
  });
}

/** What to add on each side so that windows without padding give the wanted size; undefined for "valid" and "same". */
function paddingOf(shape: number[], attrs: Pooling): Padding | undefined {
  if (attrs.pad === "valid" || attrs.pad === "same") return undefined;
  return [[0, 0], ...(shape.length === 4 ? flatSides(shape, attrs) : deepSides(shape, attrs)), [0, 0]];
}

function flatSides(shape: number[], { filterSize, strides, pad, dimRoundingMode }: Pooling): Padding {
  const image = shape as [number, number, number, number];
  const info = tf.backend_util.computePool2DInfo(image, filterSize, strides, 1, pad, dimRoundingMode);
  const { padInfo: { top, left } } = info;
  return [
    sides({ out: info.outHeight, stride: info.strideHeight, window: info.filterHeight }, info.inHeight, top),
    sides({ out: info.outWidth, stride: info.strideWidth, window: info.filterWidth }, info.inWidth, left),
  ];
}

function deepSides(shape: number[], { filterSize, strides, pad, dimRoundingMode }: Pooling): Padding {
  const volume = shape as [number, number, number, number, number];
  const [window, stride] = [filterSize, strides] as [number, number]; // or three of each
  const info = tf.backend_util.computePool3DInfo(volume, window, stride, 1, pad as number, dimRoundingMode);
  const { padInfo: { front, top, left } } = info;
  return [
    sides({ out: info.outDepth, stride: info.strideDepth, window: info.filterDepth }, info.inDepth, front),
    sides({ out: info.outHeight, stride: info.strideHeight, window: info.filterHeight }, info.inHeight, top),
    sides({ out: info.outWidth, stride: info.strideWidth, window: info.filterWidth }, info.inWidth, left),
  ];
}

/** Before as asked for; after as much as the last window needs. */
function sides(
  { out, stride, window }: { out: number; stride: number; window: number },
  size: number,
  before: number,
): [number, number] {
  return [before, Math.max(0, (out - 1) * stride + window - size - before)];
}

/** The share of each window that lies inside the input. */
function share(x: tf.Tensor, padding: Padding, stock: Stock): tf.Tensor {
  return stock({ x: tf.pad(tf.onesLike(x), padding) }, valid);
}

function cut(x: tf.Tensor, padding: Padding, shape: number[]): tf.Tensor {
  return tf.slice(x, padding.map(([before]) => before), shape);
}
