import { axis, baseLayout, type ChartOptions, colour } from "./_layout.ts";
import type { Figure } from "./figure.ts";
import { formatNumber } from "./format_number.ts";

/** Options of {@linkcode bars}. */
export interface BarsOptions extends ChartOptions {
  /** Title of the category axis, with its unit. */
  xTitle: string;
  /** Title of the value axis, with its unit. */
  yTitle: string;
  /** Lay the bars down: better for long labels. @default false */
  horizontal?: boolean;
  /** Draw at most this many bars, the first ones given. @default all */
  limit?: number;
  /** Write each bar's value at its end. @default false */
  showValues?: boolean;
}

/**
 * One bar for each category, in the order given. A label that is white space is shown by its sign (␣, ↵, ⇥).
 *
 * @param data pairs of a label and its value
 * @param options titles with units, direction, limit
 * @returns the figure; bar i stands for `data[i]`
 * @throws {RangeError} when there is nothing to draw
 * @example
 * ```ts
 * import { bars } from "unroll/plots/mod.ts";
 * bars([["e", 94611], ["t", 67009]], { xTitle: "Character", yTitle: "Occurrences" });
 * ```
 */
export function bars(data: Iterable<readonly [string, number]>, options: BarsOptions): Figure {
  const pairs = [...data].slice(0, options.limit);
  if (pairs.length === 0) throw new RangeError("Cannot draw bars as one per category: no category was given");
  const labels = pairs.map(([label]) => visible(label)), values = pairs.map(([, value]) => value);
  const down = options.horizontal === true;
  const labelAxis = axis(options.xTitle, {
    type: "category",
    showgrid: false,
    ...(down ? { autorange: "reversed" } : {}),
  });
  const trace = {
    type: "bar",
    orientation: down ? "h" : "v",
    x: down ? values : labels,
    y: down ? labels : values,
    marker: { color: colour(0) },
    ...(options.showValues ? { text: values.map(formatNumber), textposition: "auto" } : {}),
  };
  const axes = down
    ? { xaxis: axis(options.yTitle), yaxis: labelAxis }
    : { xaxis: labelAxis, yaxis: axis(options.yTitle) };
  return {
    data: [trace],
    layout: baseLayout(inWords(pairs, options), options, { ...axes, showlegend: false }),
  };
}

/** White space as a sign that one sees. */
function visible(label: string): string {
  const signs: Record<string, string> = { " ": "␣", "\n": "↵", "\t": "⇥", "\r": "␍", "\u00a0": "⍽" };
  return signs[label] ?? label;
}

function inWords(pairs: readonly (readonly [string, number])[], options: BarsOptions): string {
  const sorted = [...pairs].sort((a, b) => b[1] - a[1]);
  const say = ([label, value]: readonly [string, number]): string =>
    `${JSON.stringify(label)} ${formatNumber(value)}`;
  const most = sorted.slice(0, 3).map(say).join(", ");
  const least = sorted.length > 3 ? `; smallest: ${say(sorted.at(-1)!)}` : "";
  return `Bar chart of ${options.yTitle} by ${options.xTitle}, ${pairs.length} bars; largest: ${most}${least}.`;
}
