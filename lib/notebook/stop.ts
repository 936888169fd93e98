import { jupyter } from "./_host.ts";

/** What the reader is told after the first press, and after each later one in the same cell. */
const FIRST = "Stopping after the current step; what was reached so far is kept.\n";
const AGAIN = "Still stopping. To end this cell at once, restart the kernel: that loses its variables.\n";
const NOBODY =
  "Stop was pressed. A training ends after its current step; whatever else runs here goes on: wait for it, " +
  "or restart the kernel, which loses its variables.\n";
"This cell can't be stopped half-way. Wait for it, or restart the kernel: that loses its variables.\n";

let controller = new AbortController();
let aware = false;

/**
 * Whether the reader pressed the stop button in this cell. Loops that `await` now and then ask it and end in good order;
 * `progressCard` asks for you. The answer is false again in the next cell, and always outside a notebook.
 *
 * A press never throws and never ends the kernel: the first one asks the cell to end, later ones say that it still does.
 *
 * @returns true once the button was pressed
 * @example
 * ```ts
 * import { stopRequested } from "unroll/notebook/mod.ts";
 * for (let i = 0; i < 1000 && !stopRequested(); i++) await new Promise((done) => setTimeout(done, 1));
 * ```
 */
export function stopRequested(): boolean {
  return stopSignal().aborted;
}

/**
 * The stop button as an `AbortSignal`, for `fetch` and whatever else takes one. Each cell has its own.
 *
 * @returns the signal of the running cell
 * @example
 * ```ts
 * import { stopSignal } from "unroll/notebook/mod.ts";
 * const options: RequestInit = { signal: stopSignal() };
 * ```
 */
export function stopSignal(): AbortSignal {
  aware = true;
  return controller.signal;
}

/** Listens to the stop button, whose SIGINT would otherwise end the kernel. Only called inside a kernel. */
export function listenToStopButton(): void {
  Deno.addSignalListener("SIGINT", pressed);
}

/** A press counts only while something in the cell asks for it: one on an idle page must not stop the next training. */
function pressed(): void {
  const text = !aware ? NOBODY : controller.signal.aborted ? AGAIN : FIRST;
  jupyter()?.broadcast("stream", { name: "stderr", text });
  if (aware) controller.abort(new DOMException("Stopped by the reader", "AbortError"));
}

/** Whether something in this cell asks for the stop button. */
export function stopWatched(): boolean {
  return aware;
}

/** The cell has ended: the next one starts with a button that wasn't pressed. */
export function forgetStop(): void {
  aware = false;
  if (controller.signal.aborted) controller = new AbortController();
}
