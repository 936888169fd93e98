import { isAbsolute, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { MissingError } from "../../core/mod.ts";

/**
 * The folder under which each corpus has its cache: `UNROLL_CACHE` (a relative one is looked for from the project's folder), or else
 * data/cache of the project.
 *
 * @returns an absolute path; the folder need not exist
 * @throws {MissingError} when the library does not lie in a folder and `UNROLL_CACHE` names none from the root on
 * @example
 * ```ts
 * import { cacheFolder } from "unroll/datasets/mod.ts";
 * cacheFolder().endsWith("data/cache");
 * ```
 */
export function cacheFolder(): string {
  const chosen = Deno.env.get("UNROLL_CACHE");
  if (chosen && isAbsolute(chosen)) return resolve(chosen);
  return resolve(projectFolder(), chosen || "data/cache");
}

/**
 * The folders that `UNROLL_DATA` names, each a mirror of corpora; none where it is not set.
 * A relative folder is looked for from the working directory first, then from the project's folder, so that a notebook
 * kernel and a command find the same one.
 *
 * @returns absolute paths in the order of the variable
 * @example
 * ```ts
 * import { mirrorFolders } from "unroll/datasets/mod.ts";
 * mirrorFolders().length;
 * ```
 */
export function mirrorFolders(): string[] {
  const separator = Deno.build.os === "windows" ? ";" : ":";
  const named = (Deno.env.get("UNROLL_DATA") ?? "").split(separator).map((folder) => folder.trim());
  return named.filter((folder) => folder !== "").map(locate);
}

function locate(folder: string): string {
  const here = resolve(folder);
  return isFolder(here) ? here : resolve(projectFolder(), folder);
}

/** Whether a folder is there. */
export function isFolder(path: string): boolean {
  try {
    return Deno.statSync(path).isDirectory;
  } catch {
    return false;
  }
}

/** Where the project lies, asked of this module's address; a test gives another address. */
export function projectFolder(module = import.meta.url): string {
  if (module.startsWith("file:")) return fileURLToPath(new URL("../../../", module));
  throw new MissingError(
    `Cannot find the cache beside the library as a folder: the library lies at ${module}; ` +
      "run: export UNROLL_CACHE=$HOME/.cache/unroll",
  );
}

/** A path as one says it: from the project's folder where there is one and that is shorter. */
export function forPeople(path: string, module = import.meta.url): string {
  if (!module.startsWith("file:")) return path;
  const fromProject = relative(projectFolder(), path) || ".";
  return fromProject.length < path.length ? fromProject : path;
}
