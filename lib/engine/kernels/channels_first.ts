import { tf } from "../_tf.ts";
import { wrapKernel } from "./_wrap_kernel.ts";

interface Convolution {
  dataFormat: "NHWC" | "NCHW";
  pad: unknown;
  inputShape?: number[];
}

const toLast = [0, 2, 3, 1], toFirst = [0, 3, 1, 2];

/** Lets convolutions take channels first (NCHW), which TensorFlow's processor kernels don't: turned there and back. */
export function registerChannelsFirst(): void {
  for (const name of ["Conv2D", "FusedConv2D", "Conv2DBackpropInput", "Conv2DBackpropFilter"]) {
    wrapKernel<Convolution>(name, ({ inputs, attrs }, stock) => {
      if (attrs.dataFormat !== "NCHW") return stock();
      return tf.tidy(() => {
        const made = stock(channelsLast(inputs), attributesLast(attrs));
        return name === "Conv2DBackpropFilter" ? made : tf.transpose(made, toFirst); // a filter has no format
      });
    });
  }
}

function channelsLast(inputs: Record<string, tf.Tensor | undefined>): Record<string, tf.Tensor> {
  const turned: Record<string, tf.Tensor> = {};
  for (const name of ["x", "dy"]) {
    if (inputs[name]) turned[name] = tf.transpose(inputs[name], toLast);
  }
  const alpha = inputs.preluActivationWeights;
  if (alpha?.rank === 3) turned.preluActivationWeights = tf.transpose(alpha, [1, 2, 0]); // [C, H, W] -> [H, W, C]
  if (alpha?.rank === 4) turned.preluActivationWeights = tf.transpose(alpha, toLast);
  return turned;
}

function attributesLast({ pad, inputShape }: Convolution): object {
  const turn = <T>(sizes: T[]): T[] => toLast.map((axis) => sizes[axis]!);
  return {
    dataFormat: "NHWC",
    pad: Array.isArray(pad) ? turn(pad) : pad,
    ...(inputShape === undefined ? {} : { inputShape: turn(inputShape) }),
  };
}
