import { tf } from "../_tf.ts";
import { wrapKernel } from "./_wrap_kernel.ts";

/** Lets kernels take int32 and bool where TensorFlow's operations of that name take floats only, or index one axis. */
export function registerWholeNumbers(): void {
  wrapKernel("Round", ({ inputs: { x } }, stock) => x!.dtype === "int32" ? tf.clone(x!) : stock());
  wrapKernel(
    "LeakyRelu",
    ({ inputs: { x } }, stock) =>
      x!.dtype === "float32" ? stock() : tf.tidy(() => stock({ x: tf.cast(x!, "float32") })),
  );
  wrapKernel(
    "Step",
    ({ inputs: { x } }, stock) =>
      x!.dtype === "float32"
        ? stock()
        : tf.tidy(() => tf.cast(stock({ x: tf.cast(x!, "float32") }), x!.dtype)),
  );
  wrapKernel(
    "Diag",
    ({ inputs: { x } }, stock) =>
      x!.dtype !== "bool" ? stock() : tf.tidy(() => tf.cast(stock({ x: tf.cast(x!, "int32") }), "bool")),
  );
  wrapKernel("ScatterNd", ({ inputs: { indices } }, stock) => {
    if (indices!.shape.length !== 1) return stock();
    return tf.tidy(() => stock({ indices: tf.reshape(indices!, [-1, 1]) })); // [N] stands for [N, 1]
  });
}
