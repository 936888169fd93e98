import { dirname, join } from "node:path";
import type { Project } from "./project.ts";

/** The kernel's name: the one that Deno's own notebooks carry, so that every editor finds it. */
export const kernelName = "deno";

/** The content of a kernel.json. */
export interface Kernelspec {
  argv: string[];
  display_name: string;
  language: string;
  env: Record<string, string>;
}

/**
 * The kernelspec: the Deno that runs this, with what TensorFlow needs around it.
 *
 * @param displayName as the editors show it
 * @param deno path of the Deno program
 * @returns the content of kernel.json
 * @example
 * ```ts
 * kernelspec("Deno").argv[1]; // "jupyter"
 * ```
 */
export function kernelspec(displayName: string, deno: string = Deno.execPath()): Kernelspec {
  return {
    argv: [deno, "jupyter", "--kernel", "--conn", "{connection_file}"],
    display_name: displayName,
    language: "typescript",
    env: {
      RUST_MIN_STACK: "16777216", // the evaluation thread's own 2 MiB are too few for native code
      DENO_V8_FLAGS: "--max-old-space-size=8192",
      DENO_NO_UPDATE_CHECK: "1",
      NO_COLOR: "1",
      TF_CPP_MIN_LOG_LEVEL: "2",
    },
  };
}

/**
 * Writes the kernelspec into the virtual environment; an npm Deno may have moved since, so each set-up looks again.
 *
 * @param project where
 * @returns the folder that holds it
 * @example
 * ```ts
 * import { projectAt } from "./project.ts";
 * await writeKernelspec(projectAt());
 * ```
 */
export async function writeKernelspec(project: Project): Promise<string> {
  const folder = join(project.venv, "share", "jupyter", "kernels", kernelName);
  await writeIfChanged(join(folder, "kernel.json"), JSON.stringify(kernelspec("Deno"), null, 2) + "\n");
  return folder;
}

/**
 * Registers the kernel for the user's own JupyterLab or VS Code, under a name of its own.
 *
 * @param env where the user's Jupyter keeps its data
 * @returns the folder that holds it
 * @example
 * ```ts
 * await writeUserKernelspec(Deno.env.toObject());
 * ```
 */
export async function writeUserKernelspec(env: Record<string, string | undefined>): Promise<string> {
  const folder = join(userJupyter(env), "kernels", "unroll");
  await writeIfChanged(
    join(folder, "kernel.json"),
    JSON.stringify(kernelspec("Deno (Unroll)"), null, 2) + "\n",
  );
  return folder;
}

function userJupyter(env: Record<string, string | undefined>): string {
  const home = env.HOME ?? env.USERPROFILE ?? ".";
  if (env.JUPYTER_DATA_DIR) return env.JUPYTER_DATA_DIR;
  if (Deno.build.os === "windows") return join(env.APPDATA ?? join(home, "AppData", "Roaming"), "jupyter");
  if (Deno.build.os === "darwin") return join(home, "Library", "Jupyter");
  return join(env.XDG_DATA_HOME || join(home, ".local", "share"), "jupyter");
}

/** Writes a small file, whole or not at all, where it is not already what it should be. */
export async function writeIfChanged(file: string, text: string): Promise<boolean> {
  if (await Deno.readTextFile(file).catch(() => undefined) === text) return false;
  await Deno.mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${Deno.pid}.part`; // two commands may be at it
  await Deno.writeTextFile(draft, text);
  await Deno.rename(draft, file);
  return true;
}
