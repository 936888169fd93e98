import { axis, baseLayout, type ChartOptions, colour } from "./_layout.ts";
import type { Figure, Trace } from "./figure.ts";
import { formatNumber } from "./format_number.ts";

/** A forecast with the interval around it. */
export interface ForecastBand {
  /** Its name in the legend. */
  name: string;
  /** Where its values stand. */
  x: ArrayLike<number | string>;
  /** What is expected. */
  y: ArrayLike<number>;
  /** The interval's lower end. */
  lower: ArrayLike<number>;
  /** The interval's upper end. */
  upper: ArrayLike<number>;
}

/** Options of {@linkcode forecastChart}. */
export interface ForecastChartOptions extends ChartOptions {
  /** Title of the time axis, with its unit. */
  xTitle: string;
  /** Title of the value axis, with its unit. */
  yTitle: string;
  /** What the shaded band is, such as "80 % interval". */
  band: string;
  /** What was measured, drawn as lines: name -> where and what. @default none */
  measured?: Readonly<Record<string, { x: ArrayLike<number | string>; y: ArrayLike<number> }>>;
}

/**
 * A forecast as a line in a shaded band, over what was measured.
 *
 * @param forecast what is expected, and the interval's ends
 * @param options titles with units, what the band is, what was measured
 * @returns the figure: the band, the measured series, and the forecast on top
 * @throws {TypeError} when the forecast's arrays differ in length or are empty
 * @example
 * ```ts
 * import { forecastChart } from "unroll/plots/mod.ts";
 * forecastChart({ name: "forecast", x: [2024, 2025], y: [5, 6], lower: [4, 4], upper: [6, 8] }, {
 *   ...{ xTitle: "Year", yTitle: "Number", band: "80 % interval", measured: { measured: { x: [2022, 2023], y: [3, 4] } } },
 * });
 * ```
 */
export function forecastChart(forecast: ForecastBand, options: ForecastChartOptions): Figure {
  const x = Array.from(forecast.x),
    [y, lower, upper] = [forecast.y, forecast.lower, forecast.upper].map((one) => Array.from(one));
  const lengths = [y!, lower!, upper!].map(({ length }) => length);
  if (x.length === 0 || lengths.some((length) => length !== x.length)) {
    throw new TypeError(
      `Cannot draw ${forecast.name} as ${x.length} values with an interval each: there are ${
        lengths.join(", ")
      }`,
    );
  }
  const band = {
    ...{ type: "scatter", mode: "lines", name: options.band, hoverinfo: "skip" },
    ...{ x: [...x, ...x.toReversed()], y: [...upper!, ...lower!.toReversed()] }, // around the band
    ...{ fill: "toself", fillcolor: colour(1) + "33", line: { width: 0, color: colour(1) } },
  };
  const measured = Object.entries(options.measured ?? {}).map(([name, series], i): Trace =>
    line({ name, ...series }, { color: colour(i === 0 ? 0 : i + 1), width: i === 0 ? 1 : 2 })
  );
  const words = `Forecast of ${options.yTitle} over ${options.xTitle}: from ${formatNumber(y![0]!)} to ${
    formatNumber(y!.at(-1)!)
  }, at most ${formatNumber(Math.max(...y!))}; ${options.band}: from ${
    formatNumber(Math.min(...lower!))
  } to ${formatNumber(Math.max(...upper!))}.`;
  const layout = baseLayout(words, options, { xaxis: axis(options.xTitle), yaxis: axis(options.yTitle) });
  return {
    data: [band, ...measured, line({ ...forecast, x, y: y! }, { color: colour(1), width: 2 })],
    layout,
  };
}

function line(
  { name, x, y }: { name: string; x: ArrayLike<number | string>; y: ArrayLike<number> },
  style: { color: string; width: number },
): Trace {
  return { type: "scatter", mode: "lines", name, x: Array.from(x), y: Array.from(y), line: style };
}
