/** How well a class is found. */
export interface ClassScores {
  /** Right ones among what was predicted as this class: TP / (TP + FP); 0 where nothing was. */
  precision: number;
  /** Right ones among what is of this class: TP / (TP + FN); 0 where nothing is. */
  recall: number;
  /** The harmonic mean of the two: 2 TP / (2 TP + FP + FN); 0 where there is nothing. */
  f1: number;
  /** Examples that are of this class. */
  support: number;
}

/** The scores of all classes. */
export interface ClassificationReport {
  /** The share of right answers. */
  accuracy: number;
  /** Each class's scores, in the matrix's order. */
  classes: ({ label: string } & ClassScores)[];
  /** The classes' means: every class counts alike. */
  macro: ClassScores;
  /** The classes' means weighted by support: every example counts alike. */
  weighted: ClassScores;
}

/** Options of {@linkcode classificationReport}. */
export interface ClassificationReportOptions {
  /** The classes' names, in the matrix's order. @default their numbers */
  labels?: readonly string[];
}

/**
 * Precision, recall and F1 by class and on average, as scikit-learn's `classification_report` has them.
 *
 * @param matrix `matrix[true][predicted]`, as `confusionMatrix` gives it
 * @param options the classes' names
 * @returns shares from 0 to 1
 * @throws {TypeError} when the matrix isn't square, or has not one class for each name
 * @throws {RangeError} when it holds no examples, or a count is no whole number from 0
 * @example
 * ```ts
 * import { classificationReport } from "unroll/evaluation/mod.ts";
 * classificationReport([[3, 1], [0, 4]]).classes[0]; // { label: "0", precision: 1, recall: 0.75, f1: 0.857…, support: 4 }
 * ```
 */
export function classificationReport(
  matrix: readonly ArrayLike<number>[],
  { labels = matrix.map((_, i) => String(i)) }: ClassificationReportOptions = {},
): ClassificationReport {
  const size = labels.length;
  if (matrix.length !== size || matrix.some((row) => row.length !== size)) {
    throw new TypeError(
      `Cannot report as ${size} classes: the matrix is ${matrix.length} x ${matrix[0]?.length ?? 0}`,
    );
  }
  const counts = matrix.map((row) => Array.from(row)), all = sum(counts.flat());
  const wrong = counts.flat().find((count) => !(Number.isInteger(count) && count >= 0));
  if (wrong !== undefined) throw new RangeError(`Cannot report counts as whole numbers from 0: ${wrong}`);
  if (all === 0) throw new RangeError("Cannot report as one or more examples: there are none");
  const classes = labels.map((label, i) => ({ label, ...scores(counts, i) }));
  return {
    accuracy: sum(counts.map((row, i) => row[i]!)) / all,
    classes,
    macro: mean(classes, classes.map(() => 1 / size)),
    weighted: mean(classes, classes.map(({ support }) => support / all)),
  };
}

function scores(counts: readonly number[][], i: number): ClassScores {
  const right = counts[i]![i]!, support = sum(counts[i]!), predicted = sum(counts.map((row) => row[i]!));
  const share = (part: number, whole: number): number => whole === 0 ? 0 : part / whole;
  return {
    precision: share(right, predicted),
    recall: share(right, support),
    f1: share(2 * right, predicted + support),
    support,
  };
}

function mean(classes: readonly ClassScores[], weights: readonly number[]): ClassScores {
  const of = (key: keyof ClassScores): number => sum(classes.map((one, i) => one[key] * weights[i]!));
  const support = sum(classes.map((one) => one.support));
  return { precision: of("precision"), recall: of("recall"), f1: of("f1"), support };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
