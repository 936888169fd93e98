import { environments, exists } from "../library_files.ts";

/** What the library is called: the wheel's name first. */
const names = ["libdnnl.so.3", "libdnnl.so"];

/**
 * Lists where oneDNN's library may be, best first: `UNROLL_ONEDNN` (a file or a folder), the project's `.venv` and that of
 * the current folder, then whatever the system's loader knows.
 *
 * @returns files that exist, and the loader's name last; none where oneDNN has no recurrent primitives worth having
 */
export function candidates(): string[] {
  if (Deno.build.os !== "linux" || Deno.build.arch !== "x86_64") return [];
  const given = Deno.env.get("UNROLL_ONEDNN");
  if (given) return inside(given).concat(exists(given) && !isFolder(given) ? [given] : []);
  return [...environments().flatMap((folder) => inside(`${folder}/lib`)), names[0]!];
}

function inside(folder: string): string[] {
  return names.map((name) => `${folder}/${name}`).filter(exists);
}

function isFolder(path: string): boolean {
  return Deno.statSync(path).isDirectory;
}
