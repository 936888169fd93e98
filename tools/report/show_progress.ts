import { say, sayInPassing } from "../setup/say.ts";
import type { RunEvent } from "./run_notebook.ts";

const slow = 2; // seconds after which a finished cell gets a line of its own
const stillEvery = 30; // seconds between lines that say that a long cell still runs

/** Shows how far a notebook is. */
export interface Progress {
  show(event: RunEvent): void;
  end(): void;
}

/**
 * Prints a notebook's progress: one line that changes, and lines that stay for sections and slow cells.
 *
 * @param options `live`: pass on what the cells print
 * @returns what takes the events
 * @example
 * ```ts
 * const progress = showProgress({ live: false });
 * ```
 */
export function showProgress({ live }: { live: boolean }): Progress {
  let cell: RunEvent = { event: "cell" }, section = "", last = "", since = performance.now();
  const seconds = (): number => Math.round((performance.now() - since) / 1000);
  const where = (): string => `  ${String(cell.number).padStart(3)}/${cell.of}`;
  const timer = setInterval(
    () => say(`${where()} still running, ${seconds()} s${last && `: ${last}`}`),
    stillEvery * 1000,
  );
  const handlers: Partial<Record<RunEvent["event"], (event: RunEvent) => void>> = {
    cell(event) {
      [cell, last, since] = [event, "", performance.now()];
      if (event.title && event.title !== section) say(`${where()} ${section = event.title}`);
      sayInPassing(`${where()} …`);
    },
    live({ text = "" }) {
      last = text.trimEnd().split("\n").at(-1)?.trim() ?? "";
      if (live) say(text.trimEnd().split("\n").map((line) => `        ${line}`).join("\n"));
      else sayInPassing(`${where()} ${seconds()} s  ${last}`);
    },
    ran({ seconds: took = 0 }) {
      if (took >= slow) say(`${where()} ${took.toFixed(1)} s${last && `: ${last}`}`);
    },
  };
  return {
    show: (event) => handlers[event.event]?.(event),
    end: () => clearInterval(timer),
  };
}
