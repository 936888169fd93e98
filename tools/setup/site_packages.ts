import { join } from "node:path";
import type { Project } from "./project.ts";

/**
 * The folder of installed packages.
 *
 * @param project where
 * @param version major and minor version of the environment's Python
 * @returns its path
 * @example
 * ```ts
 * import { projectAt } from "./project.ts";
 * sitePackages(projectAt(), [3, 12]); // ".venv/lib/python3.12/site-packages"
 * ```
 */
export function sitePackages({ venv }: Project, [major, minor]: [number, number]): string {
  if (Deno.build.os === "windows") return join(venv, "Lib", "site-packages");
  return join(venv, "lib", `python${major}.${minor}`, "site-packages");
}

/**
 * Takes away what an interrupted pip left behind: records of packages whose files were never all written, which pip
 * would otherwise take for installed.
 *
 * @param folder the folder of installed packages
 * @returns how many records were taken away
 * @example
 * ```ts
 * import { projectAt } from "./project.ts";
 * await removeHalfInstalled(sitePackages(projectAt(), [3, 12]));
 * ```
 */
export async function removeHalfInstalled(folder: string): Promise<number> {
  let removed = 0;
  for await (const { name } of entries(folder)) {
    const record = join(folder, name);
    const leftover = name.startsWith("~");
    const half = name.endsWith(".dist-info") &&
      !(await exists(join(record, "INSTALLER")) && await exists(join(record, "RECORD")));
    if (!leftover && !half) continue;
    await Deno.remove(record, { recursive: true });
    removed++;
  }
  return removed;
}

async function* entries(folder: string): AsyncIterable<Deno.DirEntry> {
  if (await exists(folder)) yield* Deno.readDir(folder);
}

/** Whether a path leads to something. */
export async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}
