import { tf } from "../_tf.ts";

/** A kernel's arguments with its inputs as tensors; attributes are whatever its operation gives. */
export interface KernelArguments<A = Record<string, unknown>> {
  inputs: Record<string, tf.Tensor>;
  attrs: A;
}

/** What a kernel gives back. */
export type KernelResult = tf.TensorInfo | tf.TensorInfo[];

/** Registers a kernel that tfjs-node lacks. */
export function addKernel<A>(name: string, run: (args: KernelArguments<A>) => KernelResult): void {
  const kernelFunc = (args: object): KernelResult => run(args as KernelArguments<A>);
  tf.registerKernel({ kernelName: name, backendName: "tensorflow", kernelFunc });
}

/**
 * Puts a kernel in front of the one that is registered.
 *
 * @param name the kernel
 * @param run gets the arguments and the registered kernel, which takes other inputs and attributes on request
 */
export function wrapKernel<A>(
  name: string,
  run: (args: KernelArguments<A>, stock: (inputs?: object, attrs?: object) => tf.Tensor) => KernelResult,
): void {
  const stock = tf.getKernel(name, "tensorflow");
  tf.unregisterKernel(name, "tensorflow");
  tf.registerKernel({
    ...stock,
    kernelFunc(args) {
      const call = (inputs?: object, attrs?: object): tf.Tensor =>
        stock.kernelFunc({
          ...args,
          inputs: { ...args.inputs, ...inputs },
          attrs: { ...args.attrs, ...attrs },
        }) as tf.Tensor;
      return run(args as unknown as KernelArguments<A>, call);
    },
  });
}
