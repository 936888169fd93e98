import { delimiter, resolve } from "node:path";

/** Variables that name folders, one or several; a kernel runs elsewhere, so it gets them whole. */
const folders = ["UNROLL_DATA", "UNROLL_CACHE", "UNROLL_CHECKPOINTS"];

/**
 * The folder in which the command was typed; `deno task` itself goes to the project's.
 *
 * @param env the variables to look in
 * @returns its path
 * @example
 * ```ts
 * startFolder(Deno.env.toObject());
 * ```
 */
export function startFolder(env: Record<string, string | undefined>): string {
  return env.INIT_CWD || Deno.cwd();
}

/**
 * The variables that name folders, with relative folders made whole, for programs that run in another one. A folder is
 * looked for where the command was typed, then in the project.
 *
 * @param root the project's folder
 * @param env the variables to look in
 * @returns those of them that are set
 * @example
 * ```ts
 * wholeFolders("/home/ada/unroll", { UNROLL_DATA: "../shared/data" });
 * ```
 */
export function wholeFolders(root: string, env: Record<string, string | undefined>): Record<string, string> {
  const start = startFolder(env);
  const whole = (folder: string): string => {
    const here = resolve(start, folder), there = resolve(root, folder);
    return !isFolder(here) && isFolder(there) ? there : here;
  };
  const set = folders.filter((name) => env[name]);
  return Object.fromEntries(
    set.map((name) => [name, env[name]!.split(delimiter).filter(Boolean).map(whole).join(delimiter)]),
  );
}

function isFolder(path: string): boolean {
  try {
    return Deno.statSync(path).isDirectory;
  } catch {
    return false;
  }
}
