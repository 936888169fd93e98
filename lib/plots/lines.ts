import { axis, baseLayout, type ChartOptions, colour, wholeTicks } from "./_layout.ts";
import type { Figure, Trace } from "./figure.ts";
import { formatNumber } from "./format_number.ts";

/** Numbers in a row: `y` over `x`, or over 0, 1, 2, … where `x` is left out. */
export type Series = ArrayLike<number> | { x: ArrayLike<number | string>; y: ArrayLike<number> };

/** A series with its name in the legend. */
export interface NamedSeries {
  name: string;
  /** Where the values stand. @default 0, 1, 2, … */
  x?: ArrayLike<number | string>;
  y: ArrayLike<number>;
}

/** Options of {@linkcode lines}. */
export interface LinesOptions extends ChartOptions {
  /** Title of the horizontal axis, with its unit. */
  xTitle: string;
  /** Title of the vertical axis, with its unit. */
  yTitle: string;
  /** Mark each point. @default where no series has more than 40 */
  markers?: boolean;
  /** Scale of the horizontal axis, where x are numbers. @default "linear" */
  xScale?: "linear" | "log";
  /** Scale of the vertical axis. @default "linear" */
  yScale?: "linear" | "log";
}

const DASHES = ["solid", "dash", "dot", "dashdot"];

/**
 * One line for each named series, told apart by colour and, past one round of the palette, by dashes.
 *
 * @param series a list of `{ name, x, y }`; or name -> values, name -> `{ x, y }`
 * @param options titles with units, markers, scale
 * @returns the figure; trace i is the i-th series
 * @throws {RangeError} when there is no series
 * @throws {TypeError} when a series's `x` and `y` differ in length
 * @example
 * ```ts
 * import { lines } from "unroll/plots/mod.ts";
 * lines({ "temperature 0.5": [0.9, 0.08, 0.02] }, { xTitle: "Rank", yTitle: "Probability" });
 * ```
 */
export function lines(
  series: readonly NamedSeries[] | Readonly<Record<string, Series>>,
  options: LinesOptions,
): Figure {
  const rows = pairsOf(series).map(([name, values]) => ({ name, ...points(name, values) }));
  if (rows.length === 0) throw new RangeError("Cannot draw lines as one per series: no series was given");
  const markers = options.markers ?? rows.every(({ y }) => y.length <= 40);
  const data = rows.map(({ name, x, y }, i): Trace => ({
    type: "scatter",
    mode: markers ? "lines+markers" : "lines",
    name,
    x,
    y,
    line: { color: colour(i), width: 2, dash: DASHES[Math.floor(i / 7) % DASHES.length] },
  }));
  const wide = options.xScale === "log" ? { type: "log" } : wholeTicks(rows.flatMap(({ x }) => x));
  const layout = baseLayout(inWords(rows, options), options, {
    xaxis: axis(options.xTitle, wide),
    yaxis: axis(options.yTitle, options.yScale === "log" ? { type: "log", exponentformat: "power" } : {}),
    showlegend: rows.length > 1,
  });
  return { data, layout };
}

function pairsOf(series: readonly NamedSeries[] | Readonly<Record<string, Series>>): [string, Series][] {
  if (!isList(series)) return Object.entries(series);
  return series.map(({ name, x, y }) => [name, x ? { x, y } : y]);
}

function isList(
  series: readonly NamedSeries[] | Readonly<Record<string, Series>>,
): series is readonly NamedSeries[] {
  return Array.isArray(series);
}

interface Points {
  x: (number | string)[];
  y: number[];
}

function points(name: string, values: Series): Points {
  if (!("y" in values)) return { x: Array.from(values, (_, i) => i), y: Array.from(values) };
  if (values.x.length === values.y.length) return { x: Array.from(values.x), y: Array.from(values.y) };
  throw new TypeError(
    `Cannot draw ${name} as y over x: ${values.x.length} x and ${values.y.length} y values`,
  );
}

function inWords(rows: readonly (Points & { name: string })[], options: LinesOptions): string {
  const parts = rows.slice(0, 6).map(({ name, y }) => {
    if (y.length === 0) return `${name} has no points`;
    return `${name} from ${formatNumber(y[0]!)} to ${formatNumber(y.at(-1)!)}`;
  });
  const more = rows.length > 6 ? `; and ${rows.length - 6} more` : "";
  return `Lines of ${options.yTitle} over ${options.xTitle}: ${parts.join("; ")}${more}.`;
}
