const threadSymbols = {
  omp_get_max_threads: { parameters: [], result: "i32" },
  omp_set_num_threads: { parameters: ["i32"], result: "void" },
} as const;

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
 */
export function chooseThreads(most = Infinity): void {
  const symbols = openRuntime();
  if (!symbols) return;
  const all = Math.min(symbols.omp_get_max_threads(), most);
  const crowded = !Deno.env.has("OMP_NUM_THREADS") &&
    isCrowded(sampleRunning(), navigator.hardwareConcurrency);
  symbols.omp_set_num_threads(crowded ? 1 : all);
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

function openRuntime() {
  try {
    return Deno.dlopen("libgomp.so.1", threadSymbols).symbols;
  } catch {
    return undefined;
  }
}
