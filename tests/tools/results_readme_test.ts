import assert from "node:assert/strict";
import { CorruptError } from "unroll/core/mod.ts";
import type { Result } from "unroll/notebook/mod.ts";
import { table, writeResultsReadme } from "../../tools/report/results_readme.ts";

const result: Result = {
  notebook: "toy",
  section: "Entrenamiento",
  metric: "training loss",
  published: 0.4157,
  measured: 2.41234,
  unit: "nats",
  dataset: "tiny_shakespeare",
  source: "mirror",
  profile: "quick",
  progress: "1 of 50 epochs",
  engine: "tensorflow",
  seconds: 3,
  date: "2026-11-21",
};

Deno.test("a result is a row, full runs first, and a missing published figure is said to be missing", () => {
  const full = { ...result, metric: "test loss", profile: "full", published: null } as const;
  const lines = table([result, full]).trim().split("\n");
  assert.equal(lines.length, 4);
  assert.match(lines[2]!, /\| none \| 2\.412 nats \| 1 of 50 epochs \| full \|/);
  assert.match(
    lines[3]!,
    /\| 0\.4157 nats \| 2\.412 nats \| 1 of 50 epochs \| quick \| tiny_shakespeare \(mirror\) \|/,
  );
});

Deno.test("where a full run has a figure, the quick one's is not shown", () => {
  const lines = table([result, { ...result, profile: "full", measured: 0.4 }]).trim().split("\n");
  assert.deepEqual(lines.slice(2).map((line) => /\| (full|quick) \|/.exec(line)![1]), ["full"]);
});

Deno.test("a count is told in full", () =>
  assert.match(
    table([{ ...result, published: 322080, measured: 1234, unit: "" }]),
    /\| 322,080 \| 1,234 \|/,
  ));

Deno.test("the reports' README lists each notebook's results and pictures", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${folder}/results`);
    await Deno.mkdir(`${folder}/pictures`);
    await Deno.writeTextFile(`${folder}/results/toy.json`, JSON.stringify([result]));
    await Deno.writeTextFile(`${folder}/pictures/toy_01.svg`, "<svg/>");
    await writeResultsReadme(folder);
    const text = await Deno.readTextFile(`${folder}/README.md`);
    assert.match(text, /## toy[^]*training loss[^]*pictures\/toy_01\.svg/);
    await Deno.writeTextFile(`${folder}/results/toy.json`, "{");
    await assert.rejects(writeResultsReadme(folder), CorruptError);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
