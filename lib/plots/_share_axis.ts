import { axis } from "./_layout.ts";

/** The axis at the right of a chart with a line of cumulative shares (%). */
export function shareAxis(): Record<string, unknown> {
  return axis("Share of all up to here (%)", {
    overlaying: "y",
    side: "right",
    range: [0, 102],
    tickmode: "linear",
    tick0: 0,
    dtick: 20,
    showgrid: false,
  });
}
