import type { Case, Precision, System } from "../cases/case.ts";
import { Contestant, type Who } from "./contestant.ts";
import { type BenchRecord, type Failure, recordOf } from "./record.ts";
import { stepsOfTurn } from "./statistics.ts";

/** How a case is measured. */
export interface MeasureOptions {
  systems: readonly System[];
  /** Each system takes part once in each of them, where it has it. @default ["f32"] */
  precisions?: readonly Precision[];
  rounds: number;
  threads: number;
  /** Told what happens. */
  say: (line: string) => void;
  /** Makes a system's process; a test gives something else. @default a process of its own */
  start?: (who: Who) => Competitor;
}

/** What a race needs of a system's process. */
export type Competitor = Pick<Contestant, "ready" | "run" | "rest" | "wake" | "end">;

/** What came of a case. */
export interface Measured {
  records: BenchRecord[];
  failures: Failure[];
}

const turnMs = 2000; // a turn lasts about so long, one step at the least
const warmSteps = 4; // this library watches two steps, records, and is at full speed by the fourth
const warmMs = 1000; // short steps are repeated so long before any is timed

/**
 * Measures a case: every system gets ready and warms up, then they take turns in rounds. One works at a time; the others are
 * stopped. A system that fails leaves the case, the rest goes on.
 *
 * @param one the case
 * @param options who takes part, and how often
 * @returns a record for each system that came to the end, and why the others did not
 */
export async function measureCase(one: Case, options: MeasureOptions): Promise<Measured> {
  const { systems, precisions = ["f32"], rounds, threads } = options;
  const race = new Race(options);
  try {
    for (const precision of one.precisions.filter((each) => precisions.includes(each))) {
      for (const system of systems.filter((system) => has(system, precision))) {
        await race.enter({ case: one.name, system, precision, threads });
      }
    }
    for (let round = 0; round < rounds; round++) await race.round();
    return race.result();
  } finally {
    await race.end();
  }
}

/** XLA and eager TensorFlow are measured in float32 only. */
function has(system: System, precision: Precision): boolean {
  return precision === "f32" || ["unroll", "keras", "pytorch"].includes(system);
}

interface Entrant {
  who: Who;
  process: Competitor;
  /** Of a turn. */
  steps: number;
  milliseconds: number[];
}

/** The systems of one case. */
class Race {
  #options: MeasureOptions;
  #processes = new Map<Who, Competitor>();
  #running: Entrant[] = [];
  #failures: Failure[] = [];

  constructor(options: MeasureOptions) {
    this.#options = options;
  }

  /** Starts a system and warms it up. */
  async enter(who: Who): Promise<void> {
    const { start = (who) => new Contestant(who) } = this.#options;
    await this.#attempt(who, async () => {
      const process = start(who);
      this.#processes.set(who, process);
      this.#running.push({ who, process, steps: await this.#warmUp(who, process), milliseconds: [] });
    });
  }

  /** Everyone's turn, in the order in which they entered. */
  async round(): Promise<void> {
    for (const entrant of [...this.#running]) {
      const { who, process, steps, milliseconds } = entrant;
      const done = await this.#attempt(who, async () => {
        process.wake();
        const { milliseconds: times, repeats, value } = await process.run(steps);
        if (value === null) throw new Error("what a step read back was not a finite number");
        milliseconds.push(...times.map((time) => time / repeats));
        process.rest();
      });
      if (!done) this.#running = this.#running.filter((one) => one !== entrant);
    }
  }

  result(): Measured {
    const records = this.#running.map(({ who, milliseconds }) => recordOf(who, milliseconds));
    return { records, failures: this.#failures };
  }

  async end(): Promise<void> {
    for (const process of this.#processes.values()) await process.end();
  }

  /** Does a few steps for nothing, and finds out how many make a turn. */
  async #warmUp({ system, precision }: Who, process: Competitor): Promise<number> {
    const version = await process.ready(), first = await process.run(warmSteps);
    const more = stepsOfTurn(Math.min(...first.milliseconds), warmMs) - warmSteps;
    const last = more > 0 ? await process.run(more) : first;
    process.rest();
    this.#options.say(
      `  ${system} ${precision}: ${version}; first step ${Math.round(first.milliseconds[0]!)} ms`,
    );
    return stepsOfTurn(Math.min(...last.milliseconds), turnMs);
  }

  /** True when it worked; otherwise the failure is kept and said, and the process ended: it may still be at work. */
  async #attempt(who: Who, doing: () => Promise<void>): Promise<boolean> {
    try {
      await doing();
      return true;
    } catch (error) {
      const { case: name, system, precision } = who, why = (error as Error).message;
      this.#failures.push({ case: name, system, precision, why });
      this.#options.say(`  ${system} ${precision}: ${why}`);
      await this.#processes.get(who)?.end();
      return false;
    }
  }
}
