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
    title: { text: title },
    automargin: true,
    gridcolor: GRID,
    linecolor: GRID,
    zeroline: false,
    ...extra,
  };
}

/** An axis title with its unit in brackets: `withUnit("Length", "characters")` is "Length (characters)". */
export function withUnit(title: string, unit?: string): string {
  return unit ? `${title} (${unit})` : title;
}

/** The layout that all charts share: transparent page, readable ink, room for the title only where there is one. */
export function baseLayout(
  description: string,
  options: ChartOptions,
  rest: Record<string, unknown>,
): Layout {
  return {
    ...(options.title ? { title: { text: options.title, x: 0.02, xanchor: "left" } } : {}),
    height: options.height ?? 360,
    margin: { l: 64, r: 24, t: options.title ? 56 : 24, b: 56 },
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    font: { family: "system-ui, -apple-system, Segoe UI, Roboto, sans-serif", size: 13, color: INK },
    colorway: [...palette],
    hoverlabel: { font: { size: 12 } },
    legend: { orientation: "h", x: 0, y: 1.02, xanchor: "left", yanchor: "bottom" },
    meta: { description },
    ...rest,
  };
}

/** The colour of the n-th series. */
export function colour(index: number): string {
  return palette[index % palette.length]!;
}
