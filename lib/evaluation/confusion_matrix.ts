/** Options of {@linkcode confusionMatrix}. */
export interface ConfusionMatrixOptions {
  /** How many classes there are. @default one more than the largest number */
  classes?: number;
}

/**
 * How often each class was taken for each: `matrix[i][j]` counts examples of class i that were predicted as class j. It is what
 * `confusionHeatmap` draws and `classificationReport` reads.
 *
 * @param labels the true class numbers [n], from 0
 * @param predictions the predicted ones [n]
 * @param options how many classes
 * @returns rows of counts [classes][classes]
 * @throws {TypeError} when labels and predictions differ in number
 * @throws {RangeError} when there are none, or one is no class number
 * @example
 * ```ts
 * import { confusionMatrix } from "unroll/evaluation/mod.ts";
 * confusionMatrix([0, 0, 1, 2], [0, 1, 1, 2]); // [[1, 1, 0], [0, 1, 0], [0, 0, 1]]
 * ```
 */
export function confusionMatrix(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  options: ConfusionMatrixOptions = {},
): number[][] {
  const { length } = labels;
  if (predictions.length !== length) {
    throw new TypeError(
      `Cannot compare predictions as one for each of ${length} labels: there are ${predictions.length}`,
    );
  }
  if (length === 0) throw new RangeError("Cannot compare predictions as one or more: there are none");
  const { classes = Math.max(largest(labels), largest(predictions)) + 1 } = options;
  const matrix = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (let i = 0; i < length; i++) {
    const from = labels[i]!, to = predictions[i]!;
    if (matrix[from]?.[to] === undefined) {
      throw new RangeError(
        `Cannot count classes as 0 to ${classes - 1}: example ${i} is ${from}, predicted ${to}`,
      );
    }
    matrix[from]![to]!++;
  }
  return matrix;
}

/** The largest whole number; what isn't one is found when it is counted. */
function largest(values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) if (Number.isInteger(values[i])) most = Math.max(most, values[i]!);
  return most;
}
