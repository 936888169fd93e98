/**
 * This library's side of a comparison: `worker.ts CASE THREADS PRECISION`. It makes the case ready, says so in one line of JSON, and
 * then answers each line `{"steps": n}` on its input with how long each step took. `peers/worker.py` is its twin.
 *
 * @module
 */
import process from "node:process";
import { createInterface } from "node:readline";
import { tf, useEngine } from "unroll";
import { recurrentPrecision } from "unroll/engine/mod.ts";
import { cases, type Precision, type Prepared } from "./cases/mod.ts";

if (import.meta.main) {
  const [name, threads, precision] = Deno.args;
  const version = await start(Number(threads), precision as Precision);
  await work(await cases.find((one) => one.name === name)!.prepare("full"), version);
}

/** Makes the engine ready; says what computes. */
async function start(threads: number, precision: Precision): Promise<string> {
  const { engine } = await useEngine({ threads, device: "cpu" });
  if (recurrentPrecision(precision) !== precision) {
    throw new RangeError(`Cannot compute in ${precision} as on this processor: it has float32 alone`);
  }
  return `${engine.backend} ${engine.version}, recurrent layers ${engine.recurrent} ${precision}`;
}

async function work(prepared: Prepared, version: string): Promise<void> {
  answer({ ready: version });
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

/** Garbage is collected first: what JavaScript has not yet let go of comes and goes by 50 MB. */
function memory(): { residentMb: number; tensors: number } {
  (globalThis as { gc?: () => void }).gc?.();
  return { residentMb: Deno.memoryUsage().rss / 1e6, tensors: tf.memory().numTensors };
}

function answer(message: Record<string, unknown>): void {
  console.log(JSON.stringify(message));
}
