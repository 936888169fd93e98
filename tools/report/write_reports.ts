import { ReportError } from "../setup/command_line.ts";
import type { Project } from "../setup/project.ts";
import { say } from "../setup/say.ts";
import type { Notebook } from "./find_notebooks.ts";
import type { ReportOptions } from "./options.ts";
import { writeReport } from "./write_report.ts";

/**
 * Writes the reports of several notebooks; one that fails does not keep the others from theirs.
 *
 * @param notebooks which, in this order
 * @param options what was asked for, and the project
 * @throws {ReportError} when one failed, with all failures
 * @throws {Interrupted} after Ctrl-C
 * @example
 * ```ts
 * import { projectAt } from "../setup/project.ts";
 * import { findNotebooks } from "./find_notebooks.ts";
 * import { reportOptions } from "./options.ts";
 * await writeReports(await findNotebooks("notebooks", []), { ...reportOptions([], {}), project: projectAt() });
 * ```
 */
export async function writeReports(
  notebooks: Notebook[],
  options: ReportOptions & { project: Project },
): Promise<void> {
  const failures: string[] = [];
  for (const notebook of notebooks) {
    try {
      await writeReport(notebook, options);
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      say(`  ${notebook.name} failed`);
      failures.push(error.message);
    }
  }
  if (failures.length > 0) throw new ReportError(failures.join("\n\n"));
}
