/**
 * This library's side of a comparison: `worker.ts CASE THREADS PRECISION`. It makes the case ready, says so in one line of JSON, and then
 * answers each line `{"steps": n}` on its input with how long each step took. `peers/worker.py` is its twin.
 *
 * @module
 */
import { createInterface } from "node:readline";
import process from "node:process";
import { tf, useEngine } from "unroll";
import { cases, type Prepared } from "./cases/mod.ts";

if (import.meta.main) {
  const [name, threads, precision] = Deno.args;
  await work(name!, { threads: Number(threads), precision: precision! });
}

async function work(
  name: string,
  { threads, precision }: { threads: number; precision: string },
): Promise<void> {
  if (precision !== "f32") {
    throw new RangeError(`Cannot compute in ${precision} as this library: it has float32`);
  }
  const { engine } = await useEngine({ threads, device: "cpu" });
  const prepared = await cases.find((one) => one.name === name)!.prepare("full");
  answer({ ready: `${engine.backend} ${engine.version}, recurrent layers ${engine.recurrent}` });
  for await (const line of createInterface({ input: process.stdin })) {
    answer({ ...await measure(prepared, JSON.parse(line).steps), ...memory() });
  }
  Deno.exit(0);
}

/** Milliseconds of each step, and what the last one read back. */
async function measure({ step, repeats = 1 }: Prepared, steps: number) {
  const milliseconds: number[] = [];
  let value = NaN;
  for (let i = 0; i < steps; i++) {
    const started = performance.now();
    value = await step();
    milliseconds.push(performance.now() - started);
  }
  return { milliseconds, value, repeats };
}

function memory(): { residentMb: number; tensors: number } {
  return { residentMb: Deno.memoryUsage().rss / 1e6, tensors: tf.memory().numTensors };
}

function answer(message: Record<string, unknown>): void {
  console.log(JSON.stringify(message));
}
