import { axis, baseLayout, type ChartOptions, colour } from "./_layout.ts";
import { shareAxis } from "./_share_axis.ts";
import type { Figure, Trace } from "./figure.ts";
import { formatNumber } from "./format_number.ts";

/** Options of {@linkcode paretoChart}. */
export interface ParetoChartOptions extends ChartOptions {
  /** Title of the category axis, with its unit. */
  xTitle: string;
  /** Title of the count axis, with its unit. */
  yTitle: string;
}

/**
 * Pareto's chart: a bar for each category, the largest first, and a line of the share that the bars up to there have of all, which
 * shows how few categories hold most.
 *
 * @param data pairs of a label and its count
 * @param options titles with units
 * @returns the figure; bars and line share their categories
 * @throws {RangeError} when a count is negative or not finite, or all are 0
 * @example
 * ```ts
 * import { paretoChart } from "unroll/plots/mod.ts";
 * paretoChart([["0 to 6 s", 12], ["6 to 15 s", 81]], { xTitle: "Duration", yTitle: "Recordings" });
 * ```
 */
export function paretoChart(
  data: Iterable<readonly [string, number]>,
  options: ParetoChartOptions,
): Figure {
  const pairs = [...data].sort((a, b) => b[1] - a[1]), labels = pairs.map(([label]) => label);
  const wrong = pairs.find(([, count]) => !(count >= 0 && count < Infinity));
  if (wrong) throw new RangeError(`Cannot draw shares as of counts from 0: ${wrong[0]} has ${wrong[1]}`);
  const total = pairs.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) throw new RangeError("Cannot draw shares as of something: there is none in any category");
  let sum = 0;
  const shares = pairs.map(([, count]) => Math.round((sum += count) / total * 1e4) / 100);
  const bars: Trace = {
    type: "bar",
    name: options.yTitle,
    x: labels,
    y: pairs.map(([, count]) => count),
    marker: { color: colour(0) },
  };
  const line: Trace = {
    type: "scatter",
    mode: "lines+markers",
    name: "Up to here",
    x: labels,
    y: shares,
    yaxis: "y2",
    line: { color: colour(1) },
  };
  const layout = baseLayout(inWords(pairs, shares, options), options, {
    xaxis: axis(options.xTitle, { type: "category", showgrid: false }),
    yaxis: axis(options.yTitle),
    yaxis2: shareAxis(),
  });
  return { data: [bars, line], layout };
}

function inWords(
  pairs: readonly (readonly [string, number])[],
  shares: readonly number[],
  { xTitle, yTitle }: ParetoChartOptions,
): string {
  const enough = shares.findIndex((share) => share >= 80) + 1;
  return `Pareto chart of ${yTitle} by ${xTitle}: ${pairs.length} categories, the largest ` +
    `${JSON.stringify(pairs[0]![0])} with ${formatNumber(pairs[0]![1])} (${formatNumber(shares[0]!)} %); ` +
    `the ${enough === 1 ? "first holds" : `first ${enough} hold`} ${formatNumber(shares[enough - 1]!)} %.`;
}
