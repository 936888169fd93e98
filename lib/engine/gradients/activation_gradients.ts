import { floatType } from "../tensorflow/make_attributes.ts";
import { runOperation } from "../tensorflow/run_operation.ts";
import { tf } from "../_tf.ts";
import { tensorflow } from "../tensorflow/backend.ts";

/** An activation whose slope TensorFlow computes from the output in one operation, and how that slope changes in turn. */
interface Activation {
  /** tfjs's kernel of the activation, such as `Relu`. */
  readonly kernel: string;
  /** TensorFlow's operation (y, dy) -> dx. */
  readonly operation: string;
  /** Whether the operation takes dy first. */
  readonly dyFirst: boolean;
  /** d(dx)/dy's factor beside dy: the second derivative as a function of the output. */
  readonly curvature: (y: tf.Tensor) => tf.Tensor;
}

const activations: readonly Activation[] = [
  { kernel: "Relu", operation: "ReluGrad", dyFirst: true, curvature: (y) => tf.zerosLike(y) },
  {
    kernel: "Sigmoid",
    operation: "SigmoidGrad",
    dyFirst: false,
    curvature: (y) => tf.sub(1, tf.mul(y, 2)),
  },
  { kernel: "Tanh", operation: "TanhGrad", dyFirst: false, curvature: (y) => tf.mul(y, -2) },
];

/**
 * Replaces the gradients of ReLU, sigmoid and tanh, which tfjs writes as two to eight operations over the whole tensor, by
 * TensorFlow's own; on another backend tfjs's stay. They can be differentiated again where tfjs's can: it keeps outputs apart from
 * what they came from, so a second derivative misses sigmoid's and tanh's own curvature.
 */
export function registerActivationGradients(): void {
  for (const activation of activations) registerActivation(activation);
}

/** |x| has no slope at 0: Keras and TensorFlow take 0 there, tfjs takes -1. */
export function registerAbsGradient(): void {
  tf.registerGradient({
    kernelName: "Abs",
    inputsToSave: ["x"],
    gradFunc: (dy, [x]) => ({ x: () => tf.mul(dy as tf.Tensor, tf.sign(tf.cast(x!, "float32"))) }),
  });
}

function registerActivation({ kernel, operation, dyFirst, curvature }: Activation): void {
  const stock = tf.getGradient(kernel);
  tf.registerKernel({
    kernelName: operation,
    backendName: "tensorflow",
    kernelFunc: ({ inputs }) => {
      const { y, dy } = inputs as { y: tf.TensorInfo; dy: tf.TensorInfo };
      return runOperation(operation, [floatType], dyFirst ? [dy, y] : [y, dy])[0]!;
    },
  });
  const slope = (y: tf.Tensor, dy: tf.Tensor): tf.Tensor => tf.engine().runKernel(operation, { y, dy });
  tf.registerGradient({
    kernelName: operation,
    inputsToSave: ["y", "dy"],
    gradFunc: (ddx, [y, dy]) => ({
      y: () => tf.mul(ddx as tf.Tensor, tf.mul(dy!, curvature(y!))),
      dy: () => slope(y!, ddx as tf.Tensor),
    }),
  });
  tf.registerGradient({
    kernelName: kernel,
    inputsToSave: stock.inputsToSave,
    outputsToSave: [true],
    gradFunc(dy, saved, attributes) {
      const output = saved.at(-1)!, onNative = tensorflow() && output.dtype === "float32";
      if (onNative) return { x: () => slope(output, dy as tf.Tensor) };
      return stock.gradFunc(dy, stock.outputsToSave ? [output] : saved.slice(0, -1), attributes);
    },
  });
}
