/**
 * `deno run -A bench/profile.ts CASE [STEPS]`: where a step of this library spends its time, from samples of V8's profiler.
 * What runs inside oneDNN and TensorFlow counts for the call that entered it.
 *
 * @module
 */
import { useEngine } from "unroll";
import { cases } from "./cases/mod.ts";

/** The parts of a V8 profile that are read here. */
interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string } }[];
  samples: number[];
  /** Microseconds before each sample. */
  timeDeltas: number[];
}

/** What a file's time is called. */
const groups: readonly [file: RegExp, name: string][] = [
  [/onednn\/handles\.ts$/, "oneDNN"],
  [/onednn\/crew\/mailbox\.ts$/, "waiting for the other threads"],
  [/tensorflow\/execute\.ts$/, "TensorFlow's functions and operations"],
  [/tensorflow\//, "handing tensors to and from native code"],
  [/engine\/sum_rows\.ts$/, "sums of rows"],
  [/onednn\/links\.ts$/, "products of the written token"],
];
const [name, steps = "60", child] = Deno.args;

/** Runs in a process of its own, under the profiler: prints the milliseconds of the steps, and of what came after them. */
async function run(): Promise<void> {
  await useEngine({ device: "cpu" });
  const prepared = await cases.find((one) => one.name === name)!.prepare("full");
  for (let step = 0; step < 6; step++) await prepared.step();
  const started = performance.now();
  for (let step = 0; step < Number(steps); step++) await prepared.step();
  const measured = performance.now() - started;
  await prepared.end();
  console.log(JSON.stringify({ measured, after: performance.now() - started - measured }));
}

async function profile(): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "-A",
        "--cpu-prof",
        `--cpu-prof-dir=${folder}`,
        import.meta.filename!,
        name!,
        steps,
        "child",
      ],
      stderr: "inherit",
    }).output();
    const { measured, after } = JSON.parse(new TextDecoder().decode(stdout).trim().split("\n").at(-1)!);
    const [file] = [...Deno.readDirSync(folder)];
    const samples: Profile = JSON.parse(await Deno.readTextFile(`${folder}/${file!.name}`));
    console.log(`${name}: ${(measured / Number(steps)).toFixed(2)} ms a step`);
    console.table(shares(samples, { measured, after }));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Share of each group in the measured time, the biggest first. */
function shares({ nodes, samples, timeDeltas }: Profile, { measured, after }: Record<string, number>) {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame])),
    times = new Map<string, number>();
  let left = 1000 * (measured! + after!);
  for (let index = samples.length - 1; index >= 0 && left > 0; index--) {
    left -= timeDeltas[index]!;
    if (left > 1000 * measured!) continue;
    const { url, functionName } = frames.get(samples[index]!)!;
    const group = functionName === "(idle)"
      ? "idle"
      : groups.find(([file]) => file.test(url))?.[1] ?? "the rest";
    times.set(group, (times.get(group) ?? 0) + timeDeltas[index]!);
  }
  const total = [...times.values()].reduce((sum, time) => sum + time, 0);
  return [...times].sort((a, b) => b[1] - a[1]).map(([group, time]) => ({
    "where": group,
    "share (%)": Math.round(1000 * time / total) / 10,
  }));
}

if (!cases.some((one) => one.name === name)) {
  console.error(`Cannot profile as one of ${cases.map((one) => one.name).join(", ")}: ${name}`);
  Deno.exit(1);
}
await (child ? run() : profile());
