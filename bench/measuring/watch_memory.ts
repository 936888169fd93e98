import type { Case } from "../cases/case.ts";
import { Contestant } from "./contestant.ts";
import type { Measured, MeasureOptions } from "./measure_case.ts";
import { type MemoryAfter, recordOf } from "./record.ts";

/** Runs this library's part of a case for long and looks at its memory after so many steps in all, in rising order. */
export async function watchMemory(
  one: Case,
  { threads, say, start = (who) => new Contestant(who) }: MeasureOptions,
  looks: readonly number[] = [5_000, 50_000],
): Promise<Measured> {
  const who = { case: one.name, system: "unroll", precision: "f32", threads } as const,
    contestant = start(who);
  const memory: MemoryAfter[] = [], milliseconds: number[] = [];
  try {
    say(`  unroll: ${await contestant.ready()}`);
    for (const steps of looks) {
      const { milliseconds: times, residentMb, tensors } = await contestant.run(steps - milliseconds.length);
      for (const time of times) milliseconds.push(time);
      memory.push({ steps, residentMb: Math.round(10 * residentMb) / 10, tensors });
      say(`  after ${steps} steps: ${Math.round(residentMb)} MB resident, ${tensors} tensors`);
    }
    return { records: [{ ...recordOf(who, milliseconds), memory }], failures: [] };
  } catch (error) {
    return { records: [], failures: [{ ...who, why: (error as Error).message }] };
  } finally {
    await contestant.end();
  }
}
