import { dirname } from "node:path";
import type { Callback } from "./callback.ts";
import type { Logs } from "../history/logs.ts";

/**
 * Writes a line of comma-separated values after each epoch: epoch, then each logged name in the order of the first epoch.
 *
 * @param path the file; a resumed training appends to it, another one starts it anew
 * @returns the callback
 * @see https://keras.io/api/callbacks/csv_logger/
 * @example
 * ```ts
 * import { csvLog } from "unroll/training/mod.ts";
 * const log = csvLog("training.csv");
 * ```
 */
export function csvLog(path: string): Callback {
  let names: string[] = [];
  return {
    async onTrainBegin({ history }) {
      names = Object.keys(history.metrics);
      if (history.epoch.length > 0) return;
      await Deno.mkdir(dirname(path), { recursive: true });
      await Deno.writeTextFile(path, "");
    },
    async onEpochEnd(epoch, logs, { history }) {
      if (history.epoch.length === 1) names = Object.keys(logs);
      const head = history.epoch.length === 1 ? `epoch,${names.join(",")}\n` : "";
      await Deno.writeTextFile(path, head + lineOf(epoch, names, logs), { append: true });
    },
  };
}

function lineOf(epoch: number, names: string[], logs: Logs): string {
  return [epoch, ...names.map((name) => logs[name] ?? "")].join(",") + "\n";
}
