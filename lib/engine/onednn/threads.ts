const threadSymbols = {
  omp_get_max_threads: { parameters: [], result: "i32" },
  omp_set_num_threads: { parameters: ["i32"], result: "void" },
} as const;

let runtime: Deno.DynamicLibrary<typeof threadSymbols>["symbols"] | undefined;
let threads = 1;

/**
 * Sets how many OpenMP threads oneDNN has, once, before it makes anything: their number decides how sums are split, so
 * with the same number the same seed gives the same bits. It never depends on what else the machine does.
 *
 * @param most threads at most
 * @returns how many it has: one a core, or as many as `OMP_NUM_THREADS` says
 */
export function chooseThreads(most = Infinity): number {
  const symbols = openRuntime();
  if (!symbols) return 1;
  threads = Math.min(symbols.omp_get_max_threads(), most);
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

function openRuntime(): typeof runtime {
  try {
    return runtime ??= Deno.dlopen("libgomp.so.1", threadSymbols).symbols;
  } catch {
    return undefined;
  }
}
