import { axis, baseLayout, type ChartOptions, colour } from "./_layout.ts";
import { binCounts, type Bins } from "./_bins.ts";
import { shareAxis } from "./_share_axis.ts";
import type { Figure, Trace } from "./figure.ts";
import { formatNumber } from "./format_number.ts";

/** Options of {@linkcode histogram}. */
export interface HistogramOptions extends ChartOptions {
  /** Title of the value axis, with its unit. */
  xTitle: string;
  /** Title of the count axis. @default "Count" */
  yTitle?: string;
  /** How many bins of equal width. @default Freedman and Diaconis's rule, between 5 and 100 */
  bins?: number;
  /** Add the share of values up to each bin's end (a Pareto line) on a second axis. @default false */
  cumulative?: boolean;
}

/**
 * How often values fall into each of equally wide bins, counted here and not in the page, so that the figure stays small
 * for a million values.
 *
 * @param values the numbers, any order
 * @param options titles with units, bins, cumulative line
 * @returns the figure; bar i counts values in [start + i * width, start + (i + 1) * width), the last bin takes its end too
 * @throws {RangeError} when there are no values, or one isn't finite
 * @example
 * ```ts
 * import { histogram } from "unroll/plots/mod.ts";
 * histogram([3, 5, 5, 8], { xTitle: "Word length (characters)", cumulative: true });
 * ```
 */
export function histogram(values: ArrayLike<number>, options: HistogramOptions): Figure {
  const bins = binCounts(values, options.bins);
  const { counts, start, width } = bins;
  const yTitle = options.yTitle ?? "Count";
  const trace: Trace = {
    type: "bar",
    name: yTitle,
    x: counts.map((_, i) => start + (i + 0.5) * width),
    y: counts,
    width,
    marker: { color: colour(0), line: { width: 0 } },
  };
  const data = options.cumulative ? [trace, paretoLine(bins)] : [trace];
  const layout = baseLayout(inWords(values, bins, options), options, {
    bargap: 0.02,
    xaxis: axis(options.xTitle),
    yaxis: axis(yTitle),
    ...(options.cumulative ? { yaxis2: shareAxis() } : { showlegend: false }),
  });
  return { data, layout };
}

function paretoLine({ counts, start, width, total }: Bins): Trace {
  let sum = 0;
  const share = counts.map((count) => Math.round((sum += count) / total * 1e4) / 100);
  const x = counts.map((_, i) => start + (i + 1) * width);
  return {
    type: "scatter",
    mode: "lines",
    name: "Up to here",
    x,
    y: share,
    yaxis: "y2",
    line: { color: colour(1) },
  };
}

function inWords(
  values: ArrayLike<number>,
  { total, start, width, counts }: Bins,
  options: HistogramOptions,
): string {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number): string => formatNumber(sorted[Math.round(share * (total - 1))]!);
  return `Histogram of ${options.xTitle}: ${formatNumber(total)} values from ${at(0)} to ${at(1)}, median ${
    at(0.5)
  }, ` +
    `nine tenths at most ${at(0.9)}; ${counts.length} bins of ${formatNumber(width)} from ${
      formatNumber(start)
    }.`;
}
