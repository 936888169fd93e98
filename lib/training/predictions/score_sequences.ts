import { assertShape } from "../../core/mod.ts";
import type { tf } from "../../engine/mod.ts";
import { predict } from "./predict.ts";
import type { SequenceLayout } from "../batches/sequence_layout.ts";

/**
 * What a model of two classes says at every step of whole sequences, one after another, each of its own length.
 *
 * @param model answers at every step: probabilities [B, T, 1] of yes, or [B, T, 2] of no and yes
 * @param sequences [T * stepSize + overlap] numbers each
 * @param layout sizes of a step; without it, a step is what the model reads at one
 * @returns the probability of yes at each step [T], a list as long as the sequences'
 * @throws {TypeError} when a sequence is no whole number of steps, or the model has no output of one or two numbers, reads others, or
 * doesn't answer at each step
 * @example
 * ```ts
 * import { tf } from "unroll/engine/mod.ts";
 * import { scoreSequences } from "unroll/training/mod.ts";
 * const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, activation: "sigmoid", inputShape: [null, 3] })] });
 * const scores = await scoreSequences(model, [new Float32Array(12), new Float32Array(6)]); // [4], [2]
 * ```
 */
export async function scoreSequences(
  model: tf.LayersModel,
  sequences: readonly Float32Array[],
  layout: Partial<SequenceLayout> = {},
): Promise<Float32Array[]> {
  const { stepSize = model.inputs[0]!.shape.at(-1)!, overlap = 0, features = stepSize } = layout;
  const outputs = model.outputs[0]!.shape.at(-1)!;
  if (outputs !== 1 && outputs !== 2) {
    throw new TypeError(`Cannot score as a model of 1 or 2 outputs: it has ${outputs}`);
  }
  const scores: Float32Array[] = [];
  for (const [i, values] of sequences.entries()) {
    const steps = (values.length - overlap) / stepSize;
    if (!(Number.isInteger(steps) && steps >= 1)) {
      throw new TypeError(
        `Cannot score sequence ${i} as whole steps of ${stepSize} numbers: it has ${values.length} - ${overlap}`,
      );
    }
    const answers = await predict(model, { values, shape: [1, values.length / features, features] });
    scores.push(await scoresOf(answers, { steps, outputs }));
  }
  return scores;
}

/** The last number of each step of the answers [1, T, outputs], which are disposed. */
async function scoresOf(
  answers: tf.Tensor,
  { steps, outputs }: { steps: number; outputs: 1 | 2 },
): Promise<Float32Array> {
  try {
    assertShape(answers.shape, [1, steps, outputs], "a model's answers to a sequence");
    const all = await answers.data();
    return Float32Array.from({ length: steps }, (_, t) => all[outputs * (t + 1) - 1]!);
  } finally {
    answers.dispose();
  }
}
