import { dirname, join } from "node:path";
import { ReportError } from "../setup/command_line.ts";
import { jupyterEnvironment } from "../setup/jupyter_environment.ts";
import type { Project } from "../setup/project.ts";
import { runCommand } from "../setup/run_command.ts";
import type { Notebook } from "./find_notebooks.ts";
import { showProgress } from "./show_progress.ts";

/** How to run a notebook. */
export interface RunNotebookOptions {
  project: Project;
  /** Where the notebook goes with its outputs. */
  result: string;
  /** Variables for its kernel, over this process's own. */
  env: Record<string, string>;
  /** What the page is to say about the run. */
  information: Record<string, unknown>;
  /** Pass on what the cells print. */
  live: boolean;
}

/** What the executor says, one JSON object a line. */
export interface RunEvent {
  event: "start" | "cell" | "live" | "ran" | "failed" | "silent" | "done";
  number?: number;
  of?: number;
  cells?: number;
  title?: string;
  text?: string;
  name?: string;
  seconds?: number;
  source?: string;
  error?: string;
}

/**
 * Runs a notebook from top to bottom in a kernel of its own, and shows how far it is.
 *
 * @param notebook which
 * @param options where, and under which variables
 * @returns nothing; the notebook with its outputs is at `result`
 * @throws {ReportError} when a cell throws, or a cell that shows something shows nothing
 * @throws {Interrupted} after Ctrl-C; the kernel has ended
 * @example
 * ```ts
 * import { projectAt } from "../setup/project.ts";
 * const notebook = { name: "toy", file: "notebooks/toy.ipynb" };
 * await runNotebook(notebook, { project: projectAt(), result: "ran.ipynb", env: {}, information: {}, live: false });
 * ```
 */
export async function runNotebook(notebook: Notebook, options: RunNotebookOptions): Promise<void> {
  const { project, result, env, information, live } = options;
  await Deno.mkdir(dirname(result), { recursive: true });
  const failures: RunEvent[] = [];
  const progress = showProgress({ live });
  const script = join(project.root, "tools", "export", "run_notebook.py");
  try {
    const { code, output } = await runCommand(
      project.python,
      [script, notebook.file, result, "--information", JSON.stringify(information)],
      {
        env: { ...jupyterEnvironment(project), PYTHONUNBUFFERED: "1", ...env },
        onLine: (line) => read(line),
      },
    );
    if (failures.length > 0) throw new ReportError(explain(notebook, failures));
    if (code !== 0) throw new ReportError(`Cannot run ${notebook.name} as a notebook: ${tail(output)}`);
  } finally {
    progress.end();
  }

  function read(line: string): void {
    const event = parse(line);
    if (!event) return;
    if (event.event === "failed" || event.event === "silent") failures.push(event);
    progress.show(event);
  }
}

function parse(line: string): RunEvent | undefined {
  if (!line.startsWith('{"event"')) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function explain({ name }: Notebook, failures: RunEvent[]): string {
  const parts = failures.map(({ event, number, source = "", error }) => {
    const where = number ? `cell ${number}` : "a cell";
    const code = source.split("\n").map((line) => `    ${line}`).join("\n");
    return event === "silent"
      ? `Cannot export ${name} as a whole report: ${where} shows something, but its output was lost; run it again\n${code}`
      : `Cannot run ${name} to its end: ${where} failed\n${code}\n\n  ${
        (error ?? "").split("\n").join("\n  ")
      }`;
  });
  return parts.join("\n\n");
}

function tail(output: string): string {
  return output.split("\n").filter((line) => !line.startsWith('{"event"')).slice(-15).join("\n");
}
