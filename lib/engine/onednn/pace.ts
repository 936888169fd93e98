/** Below this share of the processor time that its threads could have had, a run was held up by other programs. */
const enoughShare = 0.6;
/** Runs on one thread before all are tried again. */
const patience = 16;
/** Shorter runs say nothing about the machine, in milliseconds. */
const shortest = 4;

const clockSymbols = { clock: { parameters: [], result: "i64" } } as const;
const threadSymbols = {
  omp_get_max_threads: { parameters: [], result: "i32" },
  omp_set_num_threads: { parameters: ["i32"], result: "void" },
} as const;

/** Runs native code on as many OpenMP threads as the machine has to spare. */
export type Pace = (run: () => void) => void;

/**
 * Makes the pace for this process's OpenMP.
 *
 * A recurrent network meets its threads at a barrier at every step. On a machine that is busy with other programs each
 * barrier waits until the system has given every thread its turn, and two threads take many times as long as one. So a
 * run that got much less processor time than its threads could have had is followed by some on one thread.
 *
 * @param most threads at most; as many as OpenMP has without it
 * @returns the pace; runs are left alone where OpenMP can't be reached
 */
export function makePace(most = Infinity): Pace {
  const runtime = openRuntime();
  if (!runtime) return (run) => run();
  const { clock, omp_set_num_threads: setThreads } = runtime;
  const all = Math.min(runtime.omp_get_max_threads(), most);
  setThreads(all);
  if (all < 2) return (run) => run();
  let alone = 0;
  return (run) => {
    const threads = alone > 0 ? 1 : all, start = performance.now(), spent = Number(clock());
    if (threads === 1) setThreads(1);
    try {
      run();
    } finally {
      if (threads === 1) setThreads(all); // primitives are made for all of them
    }
    const wall = performance.now() - start, used = (Number(clock()) - spent) / 1000;
    alone = nextAlone(alone, { threads, wall, used });
  };
}

/**
 * How many of the next runs have one thread.
 *
 * @param alone how many had, this run included
 * @param measured threads, milliseconds that passed, and milliseconds of processor time that the process had in them
 */
export function nextAlone(alone: number, measured: { threads: number; wall: number; used: number }): number {
  if (alone > 0) return alone - 1;
  const { threads, wall, used } = measured;
  return wall > shortest && used / wall < enoughShare * threads ? patience : 0;
}

function openRuntime() {
  try {
    const { symbols: c } = Deno.dlopen("libc.so.6", clockSymbols);
    return { ...c, ...Deno.dlopen("libgomp.so.1", threadSymbols).symbols };
  } catch {
    return undefined;
  }
}
