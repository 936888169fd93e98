import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where things are in a checkout, and on which system. */
export interface Project {
  /** The checkout's own folder. */
  root: string;
  /** The virtual environment. */
  venv: string;
  /** The Python program in it. */
  python: string;
  /** What JupyterLab, pip and the reports keep between runs; ignored by git. */
  cache: string;
}

/**
 * The paths of a checkout.
 *
 * @param root its folder; this checkout's own by default
 * @returns the paths; nothing is created
 * @example
 * ```ts
 * projectAt("/home/ada/unroll").venv; // "/home/ada/unroll/.venv"
 * ```
 */
export function projectAt(root: string = fileURLToPath(new URL("../..", import.meta.url))): Project {
  const venv = join(root, ".venv");
  const python = Deno.build.os === "windows"
    ? join(venv, "Scripts", "python.exe")
    : join(venv, "bin", "python");
  return { root: join(root, "."), venv, python, cache: join(root, ".cache") };
}
