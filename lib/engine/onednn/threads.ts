const threadSymbols = {
  omp_get_max_threads: { parameters: [], result: "i32" },
  omp_set_num_threads: { parameters: ["i32"], result: "void" },
} as const;

let runtime: Deno.DynamicLibrary<typeof threadSymbols>["symbols"] | undefined;
let threads = 1;

/** How often, and how far apart, the system is asked how many programs want to run. */
const samples = 15, milliseconds = 2;

/**
 * Sets how many OpenMP threads oneDNN has, once, before it makes anything: their number decides how sums are split, so
 * with the same number the same seed gives the same bits.
 *
 * A recurrent network meets its threads at a barrier at every step. On a machine whose cores are all taken by other programs
 * each barrier waits until the system has given every thread its turn, and two threads take several times as long as
 * one. So a process that starts on such a machine has one, unless `OMP_NUM_THREADS` says how many.
 *
 * @param most threads at most
 * @returns how many it has
 */
export function chooseThreads(most = Infinity): number {
  const symbols = openRuntime();
  if (!symbols) return 1;
  const all = Math.min(symbols.omp_get_max_threads(), most);
  const crowded = all > 1 && !Deno.env.has("OMP_NUM_THREADS") &&
    isCrowded(sampleRunning(), navigator.hardwareConcurrency);
  threads = crowded ? 1 : all;
  symbols.omp_set_num_threads(threads);
  return threads;
}

/** Runs something with this thread alone. */
export function withOneThread<T>(run: () => T): T {
  runtime?.omp_set_num_threads(1);
  try {
    return run();
  } finally {
    runtime?.omp_set_num_threads(threads);
  }
}

/**
 * GNU OpenMP's threads spin while they wait, 300,000 times by default, and others want the cores meanwhile. A thread that is on
 * its way to a barrier comes within some microseconds; one that sleeps there already costs more than the step.
 */
export function spinShortly(): void {
  if (!Deno.env.has("OMP_WAIT_POLICY") && !Deno.env.has("GOMP_SPINCOUNT")) {
    Deno.env.set("GOMP_SPINCOUNT", "20000");
  }
}

/**
 * Whether other programs keep every core busy.
 *
 * @param running how many wanted to run, this one included, each time the system was asked
 * @param cores of the machine
 */
export function isCrowded(running: readonly number[], cores: number): boolean {
  const middle = running.toSorted((a, b) => a - b)[running.length >> 1] ?? 1;
  return middle - 1 >= cores;
}

/** What Linux says of how many programs want to run; nothing where it can't be asked. */
function sampleRunning(): number[] {
  const clock = new Int32Array(new SharedArrayBuffer(4));
  try {
    return Array.from({ length: samples }, () => {
      Atomics.wait(clock, 0, 0, milliseconds);
      return Number(/procs_running (\d+)/.exec(Deno.readTextFileSync("/proc/stat"))?.[1]);
    });
  } catch {
    return [];
  }
}

function openRuntime(): typeof runtime {
  try {
    return runtime ??= Deno.dlopen("libgomp.so.1", threadSymbols).symbols;
  } catch {
    return undefined;
  }
}
