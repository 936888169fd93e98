/**
 * Seven colours for series, in the order of their use. They are Okabe and Ito's hues (told apart by colour-blind
 * readers), with the two brightest darkened, so that each has a contrast of at least 3:1 on white and on a dark page.
 *
 * @example
 * ```ts
 * import { palette } from "unroll/plots/mod.ts";
 * palette[0]; // "#0072b2", blue
 * ```
 */
export const palette: readonly string[] = Object.freeze([
  "#0072b2", // blue
  "#d55e00", // vermillion
  "#009e73", // bluish green
  "#c26a9d", // reddish purple
  "#a97b00", // dark orange
  "#2f93c8", // sky blue
  "#7a7a7a", // grey
]);
