import { axis, baseLayout, type ChartOptions, colour } from "./_layout.ts";
import type { Figure, Trace } from "./figure.ts";
import { formatNumber } from "./format_number.ts";

/** One point of a scatter chart. */
export interface ScatterPoint {
  x: number;
  y: number;
  /** Text beside the point. */
  label?: string;
  /** Points of one group share a colour and a line of the legend. */
  group?: string;
}

/** Options of {@linkcode scatter}. */
export interface ScatterOptions extends ChartOptions {
  /** Title of the horizontal axis, with its unit. */
  xTitle: string;
  /** Title of the vertical axis, with its unit. */
  yTitle: string;
  /** Write the labels into the chart; otherwise they show when the pointer is on a point. @default up to 40 points */
  showLabels?: boolean;
}

const SYMBOLS = ["circle", "square", "diamond", "cross", "triangle-up", "x", "star"];

/**
 * Points in the plane, with labels and groups: word embeddings, two measurements of one thing.
 *
 * @param points where each point lies
 * @param options titles with units
 * @returns the figure; one trace for each group, in the order in which groups first come
 * @throws {RangeError} when there is no point
 * @example
 * ```ts
 * import { scatter } from "unroll/plots/mod.ts";
 * scatter([{ x: 1, y: 2, label: "king" }], { xTitle: "First component", yTitle: "Second component" });
 * ```
 */
export function scatter(points: readonly ScatterPoint[], options: ScatterOptions): Figure {
  if (points.length === 0) throw new RangeError("Cannot draw a scatter chart as points: no point was given");
  const groups = Map.groupBy(points, ({ group }) => group ?? "");
  const labelled = points.some(({ label }) => label !== undefined);
  const inChart = labelled && (options.showLabels ?? points.length <= 40);
  const data = [...groups].map(([name, members], i): Trace => ({
    type: "scatter",
    mode: inChart ? "markers+text" : "markers",
    name,
    x: members.map(({ x }) => x),
    y: members.map(({ y }) => y),
    ...(labelled ? { text: members.map(({ label }) => label ?? "") } : {}),
    ...(inChart ? { textposition: "top center" } : {}),
    marker: { color: colour(i), symbol: SYMBOLS[i % SYMBOLS.length], size: points.length > 500 ? 4 : 8 },
  }));
  const axes = { xaxis: axis(options.xTitle), yaxis: axis(options.yTitle), showlegend: groups.size > 1 };
  return { data, layout: baseLayout(inWords(points, groups.size, options), options, axes) };
}

function inWords(points: readonly ScatterPoint[], groups: number, options: ScatterOptions): string {
  const range = (values: number[]): string => {
    const low = values.reduce((a, b) => Math.min(a, b)), high = values.reduce((a, b) => Math.max(a, b));
    return `${formatNumber(low)} to ${formatNumber(high)}`;
  };
  const count = `${formatNumber(points.length)} points${groups > 1 ? ` in ${groups} groups` : ""}`;
  return `Scatter chart of ${options.yTitle} (${range(points.map(({ y }) => y))}) over ${options.xTitle} ` +
    `(${range(points.map(({ x }) => x))}): ${count}.`;
}
