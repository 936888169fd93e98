import assert from "node:assert/strict";
import { CorruptError } from "../../lib/core/mod.ts";
import {
  record,
  type Result,
  type ResultInput,
  runInformation,
  showResults,
} from "../../lib/notebook/mod.ts";
import { onPage, printed, withEnv } from "./_page.ts";

const result: ResultInput = {
  notebook: "toy",
  section: "Problema 2",
  metric: "training loss",
  published: 0.86,
  measured: 1.25,
  dataset: "tiny_shakespeare",
  source: "cache",
  engine: "tensorflow 2.21.0",
};

async function inFolder(work: (read: () => Result[], folder: string) => unknown): Promise<void> {
  const folder = Deno.makeTempDirSync();
  const read = (): Result[] => JSON.parse(Deno.readTextFileSync(`${folder}/toy.json`));
  try {
    await withEnv({ UNROLL_RESULTS: folder, UNROLL_PROFILE: undefined }, () => work(read, folder));
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

Deno.test("record: every field of the design, in order, with defaults", () =>
  inFolder((read) => {
    record({ ...result, extra: 1 } as ResultInput);
    const fields =
      "notebook section metric published measured unit dataset source profile progress engine seconds date";
    const [kept] = read();
    assert.deepEqual(Object.keys(kept!), fields.split(" "));
    assert.equal(kept!.profile, "quick");
    assert.match(kept!.date, /^\d{4}-\d\d-\d\d$/);
    assert.deepEqual([kept!.unit, kept!.progress, kept!.seconds], ["", "", null]);
  }));

Deno.test("record: one record for each notebook, section, metric, profile and source; quick never replaces full", () =>
  inFolder(async (read) => {
    record(result);
    record({ ...result, measured: 1.1 });
    assert.deepEqual(read().map(({ measured }) => measured), [1.1]);
    await withEnv({ UNROLL_PROFILE: "full" }, () => record({ ...result, measured: 0.9 }));
    record({ ...result, measured: 1.3 });
    record({ ...result, measured: 5, source: "stand-in" });
    record({ ...result, measured: 6, metric: "other" });
    record({ ...result, measured: 7, section: "other" });
    assert.deepEqual(
      read().map(({ measured, profile }) => `${measured} ${profile}`),
      ["1.3 quick", "5 quick", "6 quick", "7 quick", "0.9 full"],
    );
  }));

Deno.test("record: a new figure stands behind the one before it, though others were kept by an earlier run", () =>
  inFolder((read) => {
    for (const metric of ["first", "last"]) record({ ...result, metric });
    for (const metric of ["first", "between", "last", "new at the end"]) record({ ...result, metric });
    assert.deepEqual(read().map(({ metric }) => metric), ["first", "between", "last", "new at the end"]);
  }));

Deno.test("record: the folder holds nothing but the file, and a failed write leaves the old one", () =>
  inFolder((read, folder) => {
    record(result);
    assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), ["toy.json"]);
    const rename = Deno.renameSync;
    Deno.renameSync = () => {
      throw new Error("disk full");
    };
    try {
      assert.throws(() => record({ ...result, measured: 2 }), /disk full/);
    } finally {
      Deno.renameSync = rename;
    }
    assert.deepEqual(read().map(({ measured }) => measured), [1.25]);
    assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), ["toy.json"]);
  }));

Deno.test("record: processes that write at once lose nothing", () =>
  inFolder(async (read, folder) => {
    const code = `import { record } from "${new URL("../../lib/notebook/mod.ts", import.meta.url)}";
      const [name] = Deno.args;
      for (let i = 0; i < 10; i++) record({ ...${JSON.stringify(result)}, metric: name + i });`;
    Deno.writeTextFileSync(`${folder}/writer.ts`, code);
    const config = new URL("../../deno.json", import.meta.url).pathname;
    const writers = ["a", "b", "c"].map((name) =>
      new Deno.Command(Deno.execPath(), {
        args: ["run", "-A", "--no-check", "-c", config, `${folder}/writer.ts`, name],
      }).output()
    );
    for (const { success, stderr } of await Promise.all(writers)) {
      assert.ok(success, new TextDecoder().decode(stderr));
    }
    assert.equal(read().length, 30);
  }));

Deno.test("record: bad results are refused in words", () =>
  inFolder((_read, folder) => {
    const refused: [Record<string, unknown>, RegExp][] = [
      [{ section: "" }, /TypeError: Cannot record section as text: ""/],
      [{ engine: undefined }, /TypeError: Cannot record engine as text: undefined/],
      [{ notebook: "../x" }, /RangeError: Cannot record notebook as a file name without ending: \.\.\/x/],
      [{ measured: NaN }, /RangeError: Cannot record measured as a finite number: NaN/],
      [{ published: undefined }, /TypeError: Cannot record published as a number or text: undefined/],
    ];
    for (const [part, message] of refused) {
      assert.throws(() => record({ ...result, ...part } as ResultInput), (error) =>
        message.test(String(error)), String(message));
    }
    for (const text of ["[{", "{}"]) {
      Deno.writeTextFileSync(`${folder}/toy.json`, text);
      assert.throws(() =>
        record(result), (error) =>
        error instanceof CorruptError && /Delete it and run/.test(error.message));
      assert.equal(Deno.readTextFileSync(`${folder}/toy.json`), text);
    }
  }));

Deno.test("record: without UNROLL_RESULTS the nearest reports/results upwards is used", async () => {
  const root = Deno.realPathSync(Deno.makeTempDirSync()), before = Deno.cwd();
  Deno.mkdirSync(`${root}/reports/results`, { recursive: true });
  Deno.mkdirSync(`${root}/notebooks`);
  try {
    Deno.chdir(`${root}/notebooks`);
    await withEnv({ UNROLL_RESULTS: undefined }, () => record(result));
    assert.equal(JSON.parse(Deno.readTextFileSync(`${root}/reports/results/toy.json`)).length, 1);
  } finally {
    Deno.chdir(before);
    Deno.removeSync(root, { recursive: true });
  }
});

Deno.test("showResults: the published figure beside ours, profiles side by side", () =>
  inFolder(async () => {
    assert.match(await printed(() => showResults("toy")), /No results of toy yet/);
    record({ ...result, progress: "1 of 50 epochs" });
    record({ ...result, metric: "accuracy", published: null, measured: 88.31, unit: "%", profile: "full" });
    const text = await printed(() => showResults("toy"));
    assert.match(text, /Section +Metric +Published figure +Ours \(full\) +Ours \(quick\) +Data/);
    assert.match(text, /training loss +0\.86 +– +1\.25 after 1 of 50 epochs +tiny_shakespeare \(cache\)/);
    assert.match(text, /accuracy +– +88\.31 % +–/);
    assert.match(await printed(() => showResults("toy", { section: "none" })), /No results of toy/);
  }));

Deno.test("runInformation: shown as a type of its own, as a table and as text; frozen", async () => {
  let run: unknown;
  const messages = await onPage(() => {
    run = runInformation({
      notebook: "toy",
      engine: {
        backend: "tensorflow",
        version: "2.21.0",
        device: "cpu",
        threads: 2,
        recurrent: "onednn",
        notes: ["no GPU"],
      },
      seed: 7,
      data: [{ id: "x", source: "stand-in", sourceNote: "made <here>" }],
      parameters: { epochs: 3 },
      date: new Date(Date.UTC(2026, 10, 21, 13, 5, 6)),
    });
  });
  const data = messages[0]!.content.data!;
  assert.deepEqual(data["application/vnd.unroll.run+json"], JSON.parse(JSON.stringify(run)));
  assert.ok(Object.isFrozen(run));
  const text = String(data["text/plain"]);
  assert.match(
    text,
    /Engine +TensorFlow 2\.21\.0, recurrent layers on oneDNN\nDevice +cpu, 2 threads\nNotes +no GPU\nProfile +quick\nSeed +7/,
  );
  assert.match(
    text,
    /Date +2026-11-21 13:05:06 UTC\nData +x \(stand-in: made <here>\)\nParameters +epochs 3/,
  );
  assert.match(String(data["text/html"]), /made &lt;here&gt;/);
});
