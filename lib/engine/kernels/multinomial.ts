import { typeAttribute } from "../tensorflow/make_attributes.ts";
import { runOperation } from "../tensorflow/run_operation.ts";
import { tf } from "../_tf.ts";
import { DataType } from "../tensorflow/types.ts";
import { wrapKernel } from "./_wrap_kernel.ts";

interface Multinomial {
  numSamples: number;
  seed: number;
  normalized: boolean;
}

/** Lets `tf.multinomial` draw the same for the same seed: TensorFlow's op with a state goes on where it was. */
export function registerMultinomial(): void {
  wrapKernel<Multinomial>("Multinomial", ({ inputs: { logits }, attrs }, stock) => {
    if (attrs.normalized) return stock();
    return tf.tidy(() => {
      const bits = new Int32Array(new Float64Array([attrs.seed]).buffer); // any number is a seed, 0.5 as well
      const inputs = [logits!, tf.scalar(attrs.numSamples, "int32"), tf.tensor1d(bits, "int32")];
      const attributes = [typeAttribute("output_dtype", DataType.int32)];
      return runOperation("StatelessMultinomial", attributes, inputs)[0]!;
    });
  });
}
