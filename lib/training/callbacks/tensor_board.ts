import { join } from "node:path";
import { fileStart, scalarRecord } from "./_event_file.ts";
import type { Callback } from "./callback.ts";
import type { Logs } from "../history/logs.ts";

/** How events are written. */
export interface TensorBoardOptions {
  /** Milliseconds since 1970, UTC. @default Date.now */
  clock?: () => number;
}

/**
 * Writes what TensorBoard draws: `epoch_loss`, `epoch_learning_rate` and each metric, training in one folder and validation in another, as
 * Keras names them. Look at it with `tensorboard --logdir <folder>`.
 *
 * @param folder where; made when it is not there. Each training adds files of its own
 * @param options a clock
 * @returns the callback
 * @see https://keras.io/api/callbacks/tensorboard/
 * @example
 * ```ts
 * import { tensorBoard } from "unroll/training/mod.ts";
 * const events = tensorBoard("data/cache/tensorboard/shakespeare");
 * ```
 */
export function tensorBoard(folder: string, { clock = Date.now }: TensorBoardOptions = {}): Callback {
  const started = new Set<string>();
  let name = "";
  const write = async (part: string, step: number, scalars: Record<string, number>): Promise<void> => {
    const path = join(folder, part, name), wallTime = clock() / 1000;
    if (!started.has(path)) {
      started.add(path);
      await Deno.mkdir(join(folder, part), { recursive: true });
      await Deno.writeFile(path, fileStart(wallTime), { append: true });
    }
    await Deno.writeFile(path, scalarRecord({ wallTime, step, scalars }), { append: true });
  };
  return {
    onTrainBegin() {
      name = `events.out.tfevents.${Math.floor(clock() / 1000)}.unroll.${Deno.pid}`;
    },
    async onEpochEnd(epoch, logs, { optimizer }) {
      const { train, validation } = split(logs);
      await write("train", epoch, { ...train, epoch_learning_rate: optimizer.learningRate });
      if (Object.keys(validation).length > 0) await write("validation", epoch, validation);
    },
  };
}

/** `val_loss` goes to the validation's folder as `epoch_loss`. */
function split(logs: Logs): { train: Record<string, number>; validation: Record<string, number> } {
  const train: Record<string, number> = {}, validation: Record<string, number> = {};
  for (const [name, value] of Object.entries(logs)) {
    if (name.startsWith("val_")) validation[`epoch_${name.slice(4)}`] = value;
    else train[`epoch_${name}`] = value;
  }
  return { train, validation };
}
