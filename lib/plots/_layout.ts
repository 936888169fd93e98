import type { Layout } from "./figure.ts";
import { palette } from "./palette.ts";

/** Text that reads on a white page and on a dark one (4.5:1 and 3.7:1). */
const INK = "#777777";
/** Grid lines: faint on either page. */
const GRID = "rgba(128,128,128,0.25)";

/** What every chart's options have. */
export interface ChartOptions {
  /** What stands above the chart. @default none */
  title?: string;
  /** Height in CSS pixels; the width is the page's. @default 360 */
  height?: number;
}

/** One axis: its title with the unit, thin grid, no zero line. */
export function axis(title: string, extra: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    title: { text: title, standoff: 8 }, // without it long tick labels run under the title
    automargin: true,
    gridcolor: GRID,
    linecolor: GRID,
    zeroline: false,
    ...extra,
  };
}

/** The layout that all charts share: transparent page, readable ink, room for the title only where there is one. */
export function baseLayout(
  description: string,
  options: ChartOptions,
  rest: Record<string, unknown>,
): Layout {
  return {
    ...(options.title
      ? { title: { text: options.title, x: 0.02, xanchor: "left", y: 0.97, yanchor: "top" } }
      : {}),
    height: options.height ?? 360,
    margin: { l: 64, r: 24, t: options.title ? rest.showlegend === false ? 56 : 76 : 40, b: 56 },
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    font: { family: "system-ui, -apple-system, Segoe UI, Roboto, sans-serif", size: 13, color: INK },
    colorway: [...palette],
    modebar: { bgcolor: "rgba(0,0,0,0)", color: "rgba(128,128,128,0.7)", activecolor: INK },
    hoverlabel: { font: { size: 12 } },
    legend: { orientation: "h", x: 0, y: 1.02, xanchor: "left", yanchor: "bottom" },
    meta: { description },
    ...rest,
  };
}

/** Ticks on whole numbers, for an axis of few whole values: no tick at epoch 1.5. */
export function wholeTicks(values: readonly (number | string)[]): Record<string, unknown> {
  const numbers = values.filter((value) => typeof value === "number");
  if (numbers.length === 0 || numbers.length < values.length || !numbers.every(Number.isInteger)) return {};
  const low = numbers.reduce((a, b) => Math.min(a, b)), high = numbers.reduce((a, b) => Math.max(a, b));
  return high - low <= 12 ? { tickmode: "linear", tick0: low, dtick: 1 } : {};
}

/** The colour of the n-th series. */
export function colour(index: number): string {
  return palette[index % palette.length]!;
}
