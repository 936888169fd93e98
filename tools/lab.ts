/**
 * `deno task lab [JupyterLab's own options]`: JupyterLab on the notebooks, with everything it writes inside this folder.
 *
 * @module
 */
import { join } from "node:path";
import { runCommandLine } from "./setup/command_line.ts";
import { jupyterEnvironment } from "./setup/jupyter_environment.ts";
import { type Project, projectAt } from "./setup/project.ts";
import { setUp } from "./setup/set_up.ts";

/** JupyterLab's arguments: this machine only, on the notebooks; what the user adds comes last and wins. */
export function labArguments({ root }: Project, args: string[]): string[] {
  const folder = join(root, "notebooks");
  return [
    ...["-m", "jupyterlab", "--ServerApp.ip=127.0.0.1", "--ServerApp.terminals_enabled=False"],
    ...["--LabApp.extension_manager=readonly", "--KernelSpecManager.ensure_native_kernel=False"],
    ...[`--ServerApp.root_dir=${folder}`, "--ServerApp.allow_root=True"],
    ...args,
  ];
}

if (import.meta.main) {
  await runCommandLine(async () => {
    const project = projectAt();
    await setUp({ project, quiet: true });
    await Deno.mkdir(join(project.root, "notebooks"), { recursive: true });
    const child = new Deno.Command(project.python, {
      args: labArguments(project, Deno.args),
      env: jupyterEnvironment(project),
    }).spawn();
    // On a terminal Ctrl-C reaches JupyterLab as well, which asks and then ends; this program waits for it.
    Deno.addSignalListener("SIGINT", () => {});
    if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", () => child.kill("SIGTERM"));
    Deno.exit((await child.status).code);
  });
}
