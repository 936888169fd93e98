import type { Logs } from "./logs.ts";
import type { History } from "./history.ts";

/** The epochs of a history that a training goes on from, as callbacks saw them. */
export function pastEpochs({ epoch, metrics }: History): { epoch: number; logs: Logs }[] {
  return epoch.map((number, row) => {
    const logs = Object.fromEntries(Object.entries(metrics).map(([name, values]) => [name, values[row]!]));
    return { epoch: number, logs: logs as Logs };
  });
}
