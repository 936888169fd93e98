import type { ChartOptions } from "./_layout.ts";
import type { Figure } from "./figure.ts";
import { formatNumber } from "./format_number.ts";
import { heatmap } from "./heatmap.ts";

/** Options of {@linkcode confusionHeatmap}. */
export interface ConfusionHeatmapOptions extends ChartOptions {
  /** The classes' names, in the matrix's order. */
  labels: readonly string[];
  /** Show each true class's shares (rows that sum to 100 %) in place of counts. @default false */
  normalise?: boolean;
}

/**
 * A confusion matrix in colours: true classes downwards, predicted ones to the right, right answers on the diagonal.
 *
 * @param counts `counts[true][predicted]`, as many rows and columns as labels
 * @param options the classes' names; counts or shares
 * @returns the figure
 * @throws {TypeError} when the matrix isn't one row and one column a label
 * @example
 * ```ts
 * import { confusionHeatmap } from "unroll/plots/mod.ts";
 * confusionHeatmap([[48, 2], [5, 45]], { labels: ["negative", "positive"], normalise: true });
 * ```
 */
export function confusionHeatmap(
  counts: readonly ArrayLike<number>[],
  options: ConfusionHeatmapOptions,
): Figure {
  const size = options.labels.length;
  if (counts.length !== size || counts.some((row) => row.length !== size)) {
    throw new TypeError(`Cannot draw a confusion matrix as ${size} x ${size}: it has ${counts.length} rows`);
  }
  const rows = counts.map((row) => Array.from(row));
  const figure = heatmap(options.normalise ? rows.map(percent) : rows, {
    title: options.title,
    height: options.height ?? Math.min(640, 200 + 40 * size),
    xTitle: "Predicted class",
    yTitle: "True class",
    valueTitle: options.normalise ? "Share of the true class (%)" : "Examples (count)",
    xLabels: options.labels,
    yLabels: options.labels,
    valueFormat: options.normalise ? ".1f" : ",d",
  });
  return {
    data: figure.data,
    layout: { ...figure.layout, meta: { description: inWords(rows, options.labels) } },
  };
}

function percent(row: number[]): number[] {
  const sum = row.reduce((a, b) => a + b, 0);
  return row.map((count) => sum === 0 ? 0 : 100 * count / sum);
}

function inWords(rows: number[][], labels: readonly string[]): string {
  let all = 0, right = 0, worst = { count: 0, text: "none" };
  rows.forEach((row, i) =>
    row.forEach((count, j) => {
      all += count;
      if (i === j) right += count;
      else if (count > worst.count) {
        worst = { count, text: `${labels[i]} taken for ${labels[j]}, ${formatNumber(count)} times` };
      }
    })
  );
  const share = all === 0
    ? "no examples"
    : `${formatNumber(right)} of ${formatNumber(all)} right (${formatNumber(100 * right / all)} %)`;
  return `Confusion matrix of ${labels.length} classes: ${share}; most frequent error: ${worst.text}.`;
}
