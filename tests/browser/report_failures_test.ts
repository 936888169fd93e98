import assert from "node:assert/strict";
import { join } from "node:path";
import { reportOptions } from "../../tools/report/options.ts";
import { writeReports } from "../../tools/report/write_reports.ts";
import { ReportError } from "../../tools/setup/command_line.ts";
import { projectAt } from "../../tools/setup/project.ts";
import { exists } from "../../tools/setup/site_packages.ts";
import { code, toyNotebook } from "../tools/toy_notebook.ts";

const project = projectAt();

/** Writes notebooks, each with these cells, into a folder of its own. */
async function notebooks(cells: Record<string, string[]>) {
  const folder = await Deno.makeTempDir();
  const found = Object.entries(cells).map(([name, sources]) => {
    const file = join(folder, `${name}.ipynb`);
    Deno.writeTextFileSync(file, JSON.stringify(toyNotebook(sources.map((source) => code(source)))));
    return { name, file };
  });
  return { folder, found, out: join(folder, "out") };
}

Deno.test("a report says which cell threw, lost its output or lost its kernel, and the others are written", async () => {
  const { folder, found, out } = await notebooks({
    throws: [
      "const a = 1;",
      "function deep(): never {\n  throw new RangeError('Cannot do it as a test: no');\n}\ndeep();",
    ],
    silent: ["const console = { log() {} };\nconsole.log('lost');"],
    dies: ["1 + 1", "Deno.exit(3)"],
    runs: ["console.log('whole')"],
  });
  const error: Error = await writeReports(found, { ...reportOptions(["--out", out], {}), project }).then(
    () => assert.fail("no report failed"),
    (error) => error,
  );
  assert(error instanceof ReportError, String(error));
  const [throws, silent, dies] = error.message.split(/\n\n(?=Cannot )/);
  assert.match(throws!, /^Cannot run throws to its end: cell 2 failed\n {4}function deep/);
  assert.match(throws!, /RangeError: Cannot do it as a test: no\n.*at deep \(.*:2:9\)/);
  assert.match(
    silent!,
    /^Cannot export silent as a whole report: cell 1 shows something, but its output was lost/,
  );
  assert.match(dies!, /^Cannot run dies to its end: cell 2 failed\n.*Deno\.exit\(3\)\n\n.*the kernel ended/);
  assert.equal(await exists(join(out, "throws.html")), false);
  assert.match(await Deno.readTextFile(join(out, "runs.html")), /whole/);
  await Deno.remove(folder, { recursive: true });
});

Deno.test({ name: "Ctrl-C ends a report and its kernel", ignore: Deno.build.os === "windows" }, async () => {
  const { folder, found, out } = await notebooks({
    long: ["console.log(Deno.pid);\nawait new Promise((done) => setTimeout(done, 120_000));"],
  });
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", join(project.root, "tools/report.ts"), found[0]!.file, "--out", out, "--live"],
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const kernel = await firstNumber(child.stdout);
  child.kill("SIGINT");
  const { code: status } = await child.status;
  assert.equal(status, 130);
  assert.match(await new Response(child.stderr).text(), /^Interrupted: run the same command again/m);
  assert.throws(() => Deno.kill(kernel, "SIGCONT"), Deno.errors.NotFound);
  assert.equal(await exists(join(out, "long.html")), false);
  await Deno.remove(folder, { recursive: true });
});

/** The first line that is a number; what comes after it is thrown away. */
async function firstNumber(stream: ReadableStream<Uint8Array>): Promise<number> {
  let said = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    said += text;
    const number = said.match(/^\s*(\d+)\s*$/m);
    if (number) return Number(number[1]);
  }
  throw new Error(`no number in ${said}`);
}
