import { tf } from "../../engine/mod.ts";
import type { OptimizerOptions } from "./optimizer_options.ts";

/** Throws where clipping is asked for twice or with a limit that is not positive. */
export function checkClipping(options: OptimizerOptions): void {
  const { clipNorm, clipValue, globalClipNorm } = options;
  const given = Object.entries({ clipNorm, clipValue, globalClipNorm }).filter(([, limit]) =>
    limit !== undefined
  );
  if (given.length > 1) {
    throw new TypeError(
      `Cannot clip gradients as one rule: received ${given.map(([name]) => name).join(" and ")}`,
    );
  }
  for (const [name, limit] of given) {
    if (!(limit! > 0)) throw new RangeError(`Cannot clip gradients as ${name} > 0: ${limit}`);
  }
}

/** Gradients within the limits of the options, in the same order. */
export function clipGradients(gradients: tf.Tensor[], options: OptimizerOptions): tf.Tensor[] {
  const { clipNorm, clipValue, globalClipNorm } = options;
  if (clipNorm !== undefined) return gradients.map((g) => scaleTo(g, norm([g]), clipNorm));
  if (clipValue !== undefined) return gradients.map((g) => tf.clipByValue(g, -clipValue, clipValue));
  if (globalClipNorm === undefined) return gradients;
  const whole = norm(gradients);
  return gradients.map((g) => scaleTo(g, whole, globalClipNorm));
}

function norm(gradients: tf.Tensor[]): tf.Tensor {
  return tf.sqrt(gradients.map((g) => tf.sum(tf.square(g))).reduce((total, square) => tf.add(total, square)));
}

function scaleTo(gradient: tf.Tensor, size: tf.Tensor, limit: number): tf.Tensor {
  return tf.mul(gradient, tf.div(limit, tf.maximum(size, limit)));
}
