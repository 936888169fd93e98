import { join } from "node:path";

/**
 * Where a model's checkpoints live: `UNROLL_CHECKPOINTS`, or `data/cache/checkpoints` below the working folder's project.
 *
 * @param name what is trained, such as `shakespeare_characters`
 * @param root a folder in place of the default
 * @returns the folder's path; it need not exist yet
 * @throws {TypeError} when the name is empty or leads out of the root
 * @example
 * ```ts
 * import { checkpointFolder } from "unroll/training/mod.ts";
 * checkpointFolder("shakespeare_characters", "/data"); // "/data/shakespeare_characters"
 * ```
 */
export function checkpointFolder(name: string, root = defaultRoot()): string {
  if (!/^[\w][\w.-]*$/.test(name)) {
    throw new TypeError(`Cannot name a checkpoint folder as letters, digits, _ . or -: "${name}"`);
  }
  return join(root, name);
}

function defaultRoot(): string {
  const chosen = Deno.env.get("UNROLL_CHECKPOINTS");
  return chosen ? chosen : join(projectRoot(), "data", "cache", "checkpoints");
}

/** The nearest folder upwards with a deno.json, so that a notebook's folder and the project's agree. */
function projectRoot(): string {
  const start = Deno.cwd();
  for (let folder = start;; folder = join(folder, "..")) {
    if (exists(join(folder, "deno.json"))) return folder;
    if (folder === join(folder, "..")) return start;
  }
}

function exists(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}
