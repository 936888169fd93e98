import type { Case, System } from "../cases/case.ts";
import { Contestant } from "./contestant.ts";
import { type BenchRecord, type Failure, recordOf } from "./record.ts";
import { stepsOfTurn } from "./statistics.ts";

/** How a case is measured. */
export interface MeasureOptions {
  systems: readonly System[];
  rounds: number;
  threads: number;
  /** Told what happens. */
  say: (line: string) => void;
  /** Makes a system's process; a test may give another. @default a process of its own */
  start?: (who: { case: string; system: System; threads: number }) => Contestant;
}

/** What came of a case. */
export interface Measured {
  records: BenchRecord[];
  failures: Failure[];
}

const turnMs = 2000; // a system's turn lasts about so long, one step at the least
const warmSteps = 4; // this library watches two steps, records, and is at full speed by the fourth
const warmMs = 1000;

interface Entrant {
  contestant: Contestant;
  steps: number;
  milliseconds: number[];
}

/**
 * Measures a case: every system gets ready and warms up, then they take turns in rounds. One works at a time; the others are
 * stopped. A system that fails leaves the case, the rest goes on.
 */
export async function measureCase(one: Case, options: MeasureOptions): Promise<Measured> {
  const { systems, rounds, threads, start = (who) => new Contestant(who) } = options;
  const entrants: Entrant[] = [], failures: Failure[] = [];
  const attempt = async (system: System, doing: () => Promise<void>): Promise<boolean> => {
    try {
      await doing();
      return true;
    } catch (error) {
      failures.push({ case: one.name, system, why: (error as Error).message });
      options.say(`  ${system}: ${(error as Error).message}`);
      return false;
    }
  };
  const all: Contestant[] = [];
  try {
    for (const system of systems) {
      await attempt(system, async () => {
        const contestant = start({ case: one.name, system, threads });
        all.push(contestant);
        entrants.push(await warmUp(contestant, options.say));
      });
    }
    let running = entrants;
    for (let round = 0; round < rounds; round++) {
      const kept: Entrant[] = [];
      for (const entrant of running) {
        if (await attempt(entrant.contestant.system, () => turn(entrant))) kept.push(entrant);
      }
      running = kept;
    }
    const records = running.map(({ contestant: { system }, milliseconds }) =>
      recordOf({ case: one.name, system, threads }, milliseconds)
    );
    return { records, failures };
  } finally {
    for (const contestant of all) await contestant.end();
  }
}

/** Gets ready, does a few steps for nothing, and finds out how many steps make a turn. */
async function warmUp(contestant: Contestant, say: (line: string) => void): Promise<Entrant> {
  const version = await contestant.ready();
  const first = await contestant.run(warmSteps), stepMs = Math.min(...first.milliseconds);
  const more = stepsOfTurn(stepMs, warmMs) - warmSteps;
  const last = more > 0 ? await contestant.run(more) : first;
  contestant.rest();
  say(`  ${contestant.system}: ${version}; first step ${Math.round(first.milliseconds[0]!)} ms`);
  return { contestant, steps: stepsOfTurn(Math.min(...last.milliseconds), turnMs), milliseconds: [] };
}

async function turn({ contestant, steps, milliseconds }: Entrant): Promise<void> {
  contestant.wake();
  milliseconds.push(...(await contestant.run(steps)).milliseconds);
  contestant.rest();
}
