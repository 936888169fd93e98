/** What a notebook page can show: MIME type -> data, the same thing in several forms. */
export type Bundle = Record<string, unknown>;

/** Something that says itself how Jupyter shows it; it may also stand as a cell's last expression. */
export interface Displayable {
  [key: symbol]: () => Bundle;
}

/** The symbol under which Deno's kernel looks for a value's own display. */
export const DISPLAY: symbol = Symbol.for("Jupyter.display");

/**
 * Wraps a bundle so that `show` and the kernel take it.
 *
 * @param bundle MIME type -> data; always with `text/plain`
 * @returns something that shows it
 * @example
 * ```ts
 * import { displayable, show } from "unroll/notebook/mod.ts";
 * show(displayable({ "image/svg+xml": "<svg xmlns='http://www.w3.org/2000/svg'/>", "text/plain": "nothing drawn" }));
 * ```
 */
export function displayable(bundle: Bundle): Displayable {
  return { [DISPLAY]: () => bundle };
}
