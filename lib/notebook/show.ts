import { bundleOf } from "./_bundle.ts";
import { escapeHtml } from "./_html.ts";
import { emit } from "./_host.ts";
import type { TableOptions } from "./table.ts";

/** Options of {@linkcode show}: a table's own, and a caption for anything. */
export type ShowOptions = TableOptions;

/**
 * Shows a value below the cell, at once: charts drawn, arrays of records and danfo frames as tables, models as summaries,
 * anything else as text. Outside a notebook it prints the value's text to standard output.
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
  emit(bundle);
  const inside = typeof bundle["text/html"] === "string" && bundle["text/html"].includes("<caption");
  if (!caption || inside) return;
  const style = "margin:0.2em 0.9em 1em;font-size:0.95em;opacity:0.85";
  emit({ "text/html": `<p style="${style}">${escapeHtml(caption)}</p>`, "text/plain": caption });
}
