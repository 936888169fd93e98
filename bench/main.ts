/**
 * `deno task bench [case…] [--json FILE] [--chart FILE] [--rounds N] [--peers LIST] [--threads N]`: this library, Keras (plain and
 * with XLA) and PyTorch side by side.
 *
 * Each system runs in a process of its own for each case, warms up, and then they take turns: one works, the others are stopped
 * by a signal, so that nobody's waiting threads take time from somebody else. Everything that is not named in the cases is left at
 * the systems' own defaults.
 *
 * @module
 */
import { dirname } from "node:path";
import { stillPictures } from "../tools/report/still_pictures.ts";
import { runCommandLine } from "../tools/setup/command_line.ts";
import { say } from "../tools/setup/say.ts";
import { type Case, cases, type System } from "./cases/mod.ts";
import { killAll } from "./measuring/contestant.ts";
import { loadWarning } from "./measuring/load.ts";
import { measureCase, type Measured } from "./measuring/measure_case.ts";
import { watchMemory } from "./measuring/watch_memory.ts";
import { type BenchOptions, benchOptions, usage } from "./options.ts";
import { chart } from "./output/chart.ts";
import { table } from "./output/table.ts";
import { writeRecords } from "./output/write_records.ts";
import { setUpPeers } from "./peers/set_up.ts";

if (import.meta.main) await runCommandLine(main);

async function main(): Promise<void> {
  const options = benchOptions(Deno.args, cases.map(({ name }) => name));
  if (options.help) return say(usage);
  await setUpPeers(options.peers);
  const warning = loadWarning();
  if (warning) say(warning);
  endOnSignals();
  if (options.json) await writeRecords(options.json, []); // a path that can't be written is better known now
  const { records, failures } = await measureAll(options);
  say(`\n${table({ cases, records, failures })}`);
  if (warning) say(`\n${warning}`);
  if (options.chart) {
    const [picture] = await stillPictures([chart(records)], { width: 860, height: 760 });
    await Deno.mkdir(dirname(options.chart), { recursive: true });
    await Deno.writeTextFile(options.chart, picture!);
  }
  if (failures.length > 0) Deno.exitCode = 1;
}

async function measureAll(
  { cases: names, peers, precisions, rounds, threads, json }: BenchOptions,
): Promise<Measured> {
  const all: Measured = { records: [], failures: [] };
  for (const one of cases.filter(({ name }) => names.includes(name))) {
    say(`${one.name}: ${one.step}`);
    const systems = one.systems.filter((system) => takesPart(system, peers));
    const measure = one.name === "long_loop" ? watchMemory : measureCase;
    const { records, failures } = await measure(one, { systems, precisions, rounds, threads, say });
    all.records.push(...records);
    all.failures.push(...failures);
    say(oneLine(one, records));
    if (json) await writeRecords(json, all.records);
  }
  return all;
}

function endOnSignals(): void {
  const signals: Deno.Signal[] = Deno.build.os === "windows" ? ["SIGINT"] : ["SIGINT", "SIGTERM"];
  for (const signal of signals) {
    Deno.addSignalListener(signal, () => {
      killAll();
      Deno.exit(130);
    });
  }
}

/** Eager TensorFlow comes with Keras. */
function takesPart(system: System, peers: readonly System[]): boolean {
  return system === "unroll" || peers.includes(system === "tensorflow" ? "keras" : system);
}

function oneLine({ name }: Case, records: Measured["records"]): string {
  const figures = records.map(({ system, medianMs, steps }) =>
    `${system} ${medianMs.toPrecision(4)} ms (${steps} steps)`
  );
  return `  ${name}: ${figures.join(", ") || "nothing measured"}`;
}
