import { bundleOf } from "./_bundle.ts";
import { escapeHtml } from "./_html.ts";
import { emit } from "./_host.ts";
import type { Bundle } from "./displayable.ts";
import type { TableOptions } from "./table.ts";

/** Options of {@linkcode show}: a table's own, and a caption for anything. */
export type ShowOptions = TableOptions;

/**
 * Shows a value below the cell, at once: charts drawn, arrays of records and danfo frames as tables, models as summaries,
 * anything else as text. A caption stands above tables and text, below charts. Outside a notebook it prints the value's text to standard output.
 *
 * @param value a figure, rows, a frame, a model, a tensor, text, anything
 * @param options a caption, or options for tables
 * @throws {TypeError} when the value is a promise
 * @example
 * ```ts
 * import { show } from "unroll/notebook/mod.ts";
 * show([{ character: "e", count: 94611 }], "How often characters occur");
 * ```
 */
export function show(value: unknown, options: string | ShowOptions = {}): void {
  const { caption, ...rest } = typeof options === "string" ? { caption: options } : options;
  const bundle = bundleOf(value, { ...rest, caption });
  const inside = typeof bundle["text/html"] === "string" && bundle["text/html"].includes("<caption");
  const legend = caption && !inside ? captionBundle(caption) : undefined;
  const text = Object.keys(bundle).every((type) => type === "text/plain");
  for (const part of text ? [legend, bundle] : [bundle, legend]) if (part) emit(part);
}

/** A caption of its own: above text, below a picture. */
function captionBundle(caption: string): Bundle {
  const style = "margin:0.2em 0.9em 0.6em;font-size:0.95em;opacity:0.85";
  return {
    "text/html": `<p class="unroll-caption" style="${style}">${escapeHtml(caption)}</p>`,
    "text/plain": caption,
  };
}
