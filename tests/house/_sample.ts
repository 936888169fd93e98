import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import type { Check, Problem } from "../../tools/checks/check.ts";

/** Makes a project of the given files in a temporary folder, hands it over, and removes it. */
export async function withSample<T>(
  files: Record<string, string>,
  use: (root: string) => Promise<T>,
): Promise<T> {
  const root = await Deno.makeTempDir({ prefix: "unroll_" });
  try {
    for (const [path, text] of Object.entries(files)) {
      await Deno.mkdir(dirname(join(root, path)), { recursive: true });
      await Deno.writeTextFile(join(root, path), text);
    }
    return await use(root);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

/** The problems that a check finds in a sample. */
export function problemsIn(check: Check, files: Record<string, string>): Promise<Problem[]> {
  return withSample(files, async (root) => (await check.run(root)).problems);
}

/** Asserts that the check finds nothing in a sample, and that it looked at something. */
export async function assertClean(check: Check, files: Record<string, string>): Promise<void> {
  const { looked, problems } = await withSample(files, (root) => check.run(root));
  assert.deepEqual(problems, []);
  assert.ok(looked > 0, "looked at nothing");
}

/** Asserts that the only problem is at this place and says this. */
export function assertProblem(
  problems: Problem[],
  file: string,
  line: number | undefined,
  what: RegExp,
): void {
  assert.equal(problems.length, 1, JSON.stringify(problems, null, 1));
  assert.equal(problems[0]!.file, file);
  assert.equal(problems[0]!.line, line);
  assert.match(problems[0]!.what, what);
}

/** A notebook file with these cells; code cells carry what `extra` adds. */
export function notebookFile(
  cells: [kind: "code" | "markdown", source: string][],
  extra: object = {},
): string {
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: { name: "deno", display_name: "Deno", language: "typescript" } },
    cells: cells.map(([cell_type, source]) => ({
      cell_type,
      source: source.split(/(?<=\n)/),
      metadata: {},
      ...(cell_type === "code" ? { outputs: [], execution_count: null, ...extra } : {}),
    })),
  });
}
