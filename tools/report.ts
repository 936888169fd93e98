/**
 * `deno task report [name…] [--profile quick|full] [--out DIR] [--set key=value] [--hide-code] [--pdf] [--pictures]`:
 * sets up if needed, runs the notebooks, and writes one offline HTML page for each.
 *
 * @module
 */
import { join } from "node:path";
import { findNotebooks } from "./report/find_notebooks.ts";
import { reportOptions, usage } from "./report/options.ts";
import { writeReports } from "./report/write_reports.ts";
import { runCommandLine } from "./setup/command_line.ts";
import { projectAt } from "./setup/project.ts";
import { say } from "./setup/say.ts";
import { setUp } from "./setup/set_up.ts";

if (import.meta.main) {
  await runCommandLine(async () => {
    if (Deno.args.includes("--help")) return say(usage);
    const options = reportOptions(Deno.args, Deno.env.toObject());
    const project = projectAt();
    const notebooks = await findNotebooks(join(project.root, "notebooks"), options.names);
    await setUp({ project, quiet: true });
    await writeReports(notebooks, { ...options, project });
  });
}
