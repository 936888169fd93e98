import { basename, join } from "node:path";
import type { Check, Problem } from "./check.ts";
import { readNotebooks } from "./notebook.ts";
import { type NotebookModule, notebookModule } from "./notebook_module.ts";
import { projectFiles } from "./project_files.ts";
import { relativeTo } from "./relative_to.ts";
import { runDeno } from "./run_deno.ts";

const checked = /^(lib|tests|tools|bench|examples)\/.*\.ts$|^[^/]*\.md$/;

/** The library, tests, tools, benchmarks, notebook cells, and the examples in docstrings and documents type-check. */
export const types: Check = {
  name: "types",
  async run(root) {
    const files = (await projectFiles(root)).filter((file) => checked.test(file));
    const cells = await writeCells(root);
    const targets = [...files, ...cells.keys()];
    if (targets.length === 0) return { looked: 0, problems: [] };
    const { success, text } = await runDeno(root, ["check", "--doc", "--quiet", ...targets]);
    const problems = readErrors(root, text).map((problem) => inNotebook(problem, cells));
    if (!success && problems.length === 0) problems.push({ file: ".", what: text.trim() });
    return { looked: targets.length, problems: success ? [] : problems };
  },
};

/** Writes each notebook's code as a module where the project's import map reaches it. */
async function writeCells(root: string): Promise<Map<string, NotebookModule & { file: string }>> {
  const modules = new Map<string, NotebookModule & { file: string }>();
  for (const notebook of await readNotebooks(root)) {
    const path = join(".cache", "notebook_cells", basename(notebook.file).replace(/\.ipynb$/, ".ts"));
    Deno.mkdirSync(join(root, ".cache", "notebook_cells"), { recursive: true });
    const module = notebookModule(notebook);
    Deno.writeTextFileSync(join(root, path), module.code);
    modules.set(path, { ...module, file: notebook.file });
  }
  return modules;
}

const reported =
  /^(TS\d+ \[ERROR\]: .*|error: .*)$([\s\S]*?)^ +at (file:[^\s#]+?)(?:#(\d+)-\d+\.\w+)?:(\d+):\d+$/gm;

/** Reads `TS2304 [ERROR]: …` and the first `at file:///…:line:column` after it; an example's URL ends in `#12-16.ts`. */
function readErrors(root: string, text: string): Problem[] {
  return [...text.matchAll(reported)].map(([, message, between, url, fence, line]) => ({
    file: relativeTo(root, url!),
    line: fence === undefined ? Number(line) : lineInExample(url!, Number(fence), between!),
    what: message!.replace(" [ERROR]", ""),
  }));
}

/** Where the quoted line of an example stands; its own number may count an import that the check has added. */
function lineInExample(url: string, fence: number, quoted: string): number {
  const lines = Deno.readTextFileSync(new URL(url)).split("\n");
  const wanted = quoted.split("\n").find((line) => line.trim() !== "") ?? "";
  const found = lines.findIndex((line, index) => index >= fence && line.endsWith(wanted));
  return found === -1 ? fence : found + 1;
}

function inNotebook(problem: Problem, cells: Map<string, NotebookModule & { file: string }>): Problem {
  const module = cells.get(problem.file);
  if (module === undefined) return problem;
  const { cell, line } = module.origin(problem.line ?? 1);
  return { file: module.file, what: `cell ${cell}, line ${line}: ${problem.what}` };
}
