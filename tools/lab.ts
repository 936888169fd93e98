/**
 * `deno task lab [JupyterLab's own options]`: JupyterLab on the notebooks, with everything it writes inside this folder.
 *
 * @module
 */
import { join } from "node:path";
import { runCommandLine } from "./setup/command_line.ts";
import { jupyterEnvironment } from "./setup/jupyter_environment.ts";
import { type Project, projectAt } from "./setup/project.ts";
import { wholeFolders } from "./setup/start_folder.ts";
import { setUp } from "./setup/set_up.ts";

/**
 * JupyterLab's arguments: on this machine only, on the notebooks, without its shop and its search for a Python kernel.
 *
 * @param project where
 * @param args the user's own, which win
 * @returns all of them, for Python
 * @example
 * ```ts
 * import { projectAt } from "./setup/project.ts";
 * labArguments(projectAt(), ["--no-browser", "--port=8899"]);
 * ```
 */
export function labArguments({ root }: Project, args: string[]): string[] {
  const defaults = [
    "--ServerApp.ip=127.0.0.1",
    `--ServerApp.root_dir=${join(root, "notebooks")}`,
    "--ServerApp.allow_root=True",
    "--LabApp.extension_manager=readonly",
    "--MappingKernelManager.default_kernel_name=deno",
    "--KernelSpecManager.ensure_native_kernel=False",
  ];
  const short: Record<string, string> = {
    "--ServerApp.ip": "--ip",
    "--ServerApp.root_dir": "--notebook-dir",
  };
  const given = new Set(args.map((arg) => arg.split("=")[0]));
  const open = defaults.filter((arg) => {
    const name = arg.split("=")[0]!;
    return !given.has(name) && !given.has(short[name]);
  });
  return ["-m", "jupyterlab", ...open, ...args];
}

if (import.meta.main) {
  await runCommandLine(async () => {
    const project = projectAt();
    await setUp({ project, quiet: true });
    await Deno.mkdir(join(project.root, "notebooks"), { recursive: true });
    const child = new Deno.Command(project.python, {
      args: labArguments(project, Deno.args),
      env: { ...jupyterEnvironment(project), ...wholeFolders(project.root, Deno.env.toObject()) },
    }).spawn();
    // On a terminal Ctrl-C reaches JupyterLab as well, which asks and then ends; this program waits for it.
    Deno.addSignalListener("SIGINT", () => {});
    if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", () => child.kill("SIGTERM"));
    Deno.exit((await child.status).code);
  });
}
