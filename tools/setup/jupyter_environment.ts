import { delimiter, join } from "node:path";
import type { Project } from "./project.ts";

/**
 * Variables under which Jupyter keeps everything in the project and the user's home stays clean.
 *
 * @param project where
 * @returns the variables
 * @example
 * ```ts
 * import { projectAt } from "./project.ts";
 * const project = projectAt();
 * new Deno.Command(project.python, { env: jupyterEnvironment(project) });
 * ```
 */
export function jupyterEnvironment(project: Project): Record<string, string> {
  const own = join(project.cache, "jupyter");
  const bin = join(project.python, "..");
  return {
    JUPYTER_CONFIG_DIR: join(own, "config"),
    JUPYTER_DATA_DIR: join(own, "data"),
    JUPYTER_RUNTIME_DIR: join(own, "runtime"),
    JUPYTERLAB_SETTINGS_DIR: join(own, "config", "lab", "user-settings"),
    JUPYTERLAB_WORKSPACES_DIR: join(own, "config", "lab", "workspaces"),
    JUPYTER_PREFER_ENV_PATH: "1",
    JUPYTER_PATH: "",
    JUPYTER_CONFIG_PATH: "",
    IPYTHONDIR: join(own, "ipython"),
    npm_config_cache: join(own, "npm"), // JupyterLab asks npm, where there is one, for its settings
    PYTHONNOUSERSITE: "1",
    VIRTUAL_ENV: project.venv,
    PATH: `${bin}${delimiter}${Deno.env.get("PATH") ?? ""}`,
  };
}
