import { dirname, join } from "node:path";
import { ReportError } from "../setup/command_line.ts";
import { jupyterEnvironment } from "../setup/jupyter_environment.ts";
import type { Project } from "../setup/project.ts";
import { runCommand } from "../setup/run_command.ts";

/** How to write a page. */
export interface WritePageOptions {
  project: Project;
  /** Leave the code out. @default false */
  hideCode?: boolean;
  /** Where the notebook's own pictures are. */
  folder: string;
}

/**
 * Writes a notebook that has run as one HTML file that needs no network.
 *
 * @param notebook the notebook with its outputs
 * @param page the HTML file
 * @param options how
 * @throws {ReportError} when the notebook shows something that a browser would have to fetch
 * @example
 * ```ts
 * import { projectAt } from "../setup/project.ts";
 * await writePage("ran.ipynb", "report.html", { project: projectAt(), folder: "notebooks" });
 * ```
 */
export async function writePage(
  notebook: string,
  page: string,
  { project, hideCode = false, folder }: WritePageOptions,
): Promise<void> {
  await Deno.mkdir(dirname(page), { recursive: true });
  const script = join(project.root, "tools", "export", "export_html.py");
  const flags = ["--folder", folder, ...(hideCode ? ["--hide-code"] : [])];
  const env = jupyterEnvironment(project);
  const { code, output } = await runCommand(project.python, [script, notebook, page, ...flags], { env });
  if (code !== 0) throw new ReportError(output.trim() || `Cannot write ${page} as a page: status ${code}`);
}
