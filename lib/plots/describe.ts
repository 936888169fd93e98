import type { Figure, Trace } from "./figure.ts";

/**
 * One line that says what a chart shows, for screen readers, text-only viewers and logs. Charts of this room carry their
 * own (computed from the data); for any other Plotly figure the kinds and names of its traces are listed.
 *
 * @param figure a figure
 * @returns a sentence without a line break
 * @example
 * ```ts
 * import { bars, describe } from "unroll/plots/mod.ts";
 * describe(bars([["e", 94611], ["t", 67009]], { xTitle: "Character", yTitle: "Occurrences" }));
 * ```
 */
export function describe(figure: Figure): string {
  const own = figure.layout.meta?.description;
  if (own) return own;
  const traces = figure.data.map(nameOf).join(", ");
  return `Chart of ${figure.data.length} ${figure.data.length === 1 ? "trace" : "traces"}: ${
    traces || "empty"
  }.`;
}

function nameOf(trace: Trace): string {
  const kind = typeof trace.type === "string" ? trace.type : "scatter";
  return typeof trace.name === "string" ? `${kind} "${trace.name}"` : kind;
}
