/** What the library is called: the wheel's name first. */
const names = ["libdnnl.so.3", "libdnnl.so"];

/** The project's own folder: three above this room's subfolder. */
const project = new URL("../../../", import.meta.url);

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
  const environments = [...own(), `${Deno.cwd()}/.venv`];
  return [...environments.flatMap((folder) => inside(`${folder}/lib`)), names[0]!];
}

function own(): string[] {
  return project.protocol === "file:" ? [decodeURIComponent(new URL(".venv", project).pathname)] : [];
}

function inside(folder: string): string[] {
  return names.map((name) => `${folder}/${name}`).filter(exists);
}

function exists(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch {
    return false;
  }
}

function isFolder(path: string): boolean {
  return Deno.statSync(path).isDirectory;
}
