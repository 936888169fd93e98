import { axis, baseLayout, type ChartOptions } from "./_layout.ts";
import type { Figure } from "./figure.ts";
import { formatNumber } from "./format_number.ts";

/** Options of {@linkcode heatmap}. */
export interface HeatmapOptions extends ChartOptions {
  /** Title of the column axis, with its unit. */
  xTitle: string;
  /** Title of the row axis, with its unit. */
  yTitle: string;
  /** Title of the colour scale, with its unit. */
  valueTitle: string;
  /** A name or a position for each column. @default 0, 1, 2, … */
  xLabels?: readonly (string | number)[];
  /** A name or a position for each row. @default 0, 1, 2, … */
  yLabels?: readonly (string | number)[];
  /** Put row 0 on top, as in a table; spectrograms want it at the bottom. @default true */
  topDown?: boolean;
  /** Write each cell's value into it, with this plotly number format. @default no text */
  valueFormat?: string;
}

/**
 * A matrix in colours: one cell for each value.
 *
 * @param matrix the rows, all of one length: `matrix[row][column]`
 * @param options titles with units, labels, direction
 * @returns the figure; its cell (row, column) has the colour of `matrix[row][column]`
 * @throws {RangeError} when the matrix is empty
 * @throws {TypeError} when rows or labels have different lengths
 * @example
 * ```ts
 * import { heatmap } from "unroll/plots/mod.ts";
 * heatmap([[0, 1], [2, 3]], { xTitle: "Time (frames)", yTitle: "Frequency (bins)", valueTitle: "Level (dB)" });
 * ```
 */
export function heatmap(matrix: readonly ArrayLike<number>[], options: HeatmapOptions): Figure {
  const columns = checkMatrix(matrix, options);
  const named = (labels?: readonly (string | number)[]): boolean => typeof labels?.[0] === "string";
  const trace = {
    type: "heatmap",
    z: matrix.map((row) => Array.from(row)),
    x: [...options.xLabels ?? Array.from({ length: columns }, (_, i) => i)],
    y: [...options.yLabels ?? matrix.map((_, i) => i)],
    colorscale: "Cividis",
    colorbar: { title: { text: options.valueTitle, side: "right" }, outlinewidth: 0, thickness: 14 },
    ...(options.valueFormat ? { texttemplate: `%{z:${options.valueFormat}}` } : {}),
  };
  const layout = baseLayout(inWords(matrix, columns, options), options, {
    showlegend: false,
    xaxis: axis(options.xTitle, { showgrid: false, ...(named(options.xLabels) ? { type: "category" } : {}) }),
    yaxis: axis(options.yTitle, {
      showgrid: false,
      ...(named(options.yLabels) ? { type: "category" } : {}),
      ...(options.topDown ?? true ? { autorange: "reversed" } : {}),
    }),
  });
  return { data: [trace], layout };
}

function checkMatrix(matrix: readonly ArrayLike<number>[], options: HeatmapOptions): number {
  const columns = matrix[0]?.length ?? 0;
  if (columns === 0) throw new RangeError("Cannot draw a heatmap as rows of values: the matrix is empty");
  const odd = matrix.findIndex((row) => row.length !== columns);
  if (odd >= 0) {
    throw new TypeError(`Cannot draw a heatmap as rows of ${columns}: row ${odd} has ${matrix[odd]!.length}`);
  }
  for (const [labels, size] of [[options.xLabels, columns], [options.yLabels, matrix.length]] as const) {
    if (labels && labels.length !== size) {
      throw new TypeError(
        `Cannot label a heatmap of ${matrix.length} x ${columns} as one by one: ${labels.length} labels`,
      );
    }
  }
  return columns;
}

function inWords(matrix: readonly ArrayLike<number>[], columns: number, options: HeatmapOptions): string {
  let low = Infinity, high = -Infinity;
  for (const row of matrix) {
    for (const value of Array.from(row)) low = Math.min(low, value), high = Math.max(high, value);
  }
  return `Heatmap of ${options.valueTitle}, ${matrix.length} rows (${options.yTitle}) by ${columns} columns ` +
    `(${options.xTitle}), from ${formatNumber(low)} to ${formatNumber(high)}.`;
}
