import { basename, isAbsolute, join, resolve } from "node:path";
import { ReportError } from "../setup/command_line.ts";
import { startFolder } from "../setup/start_folder.ts";
import { exists } from "../setup/site_packages.ts";

/** A notebook to run. */
export interface Notebook {
  /** As its report is called, without ending. */
  name: string;
  file: string;
}

/**
 * Finds notebooks by name or path.
 *
 * @param folder where notebooks are looked for
 * @param names names without ending, or paths; none means every notebook of the folder
 * @returns the notebooks, in the order asked for
 * @throws {ReportError} when there is none of that name, or none at all
 * @example
 * ```ts
 * await findNotebooks("notebooks", ["shakespeare_characters"]);
 * ```
 */
export async function findNotebooks(folder: string, names: string[]): Promise<Notebook[]> {
  const present = await list(folder);
  if (names.length === 0 && present.length === 0) {
    throw new ReportError(`Cannot report as there are notebooks to run: ${folder} holds none`);
  }
  if (names.length === 0) return present.map((name) => ({ name, file: join(folder, `${name}.ipynb`) }));
  return await Promise.all(names.map((name) => find(name, { folder, present })));
}

async function find(
  asked: string,
  { folder, present }: { folder: string; present: string[] },
): Promise<Notebook> {
  const name = basename(asked, ".ipynb");
  const start = startFolder(Deno.env.toObject());
  const places = [join(folder, `${name}.ipynb`), resolve(start, asked), resolve(start, `${asked}.ipynb`)];
  const isPath = isAbsolute(asked) || /[\\/]/.test(asked);
  for (const file of isPath ? places.slice(1) : places) {
    if (file.endsWith(".ipynb") && await exists(file)) return { name, file };
  }
  throw new ReportError(`Cannot report as one of ${present.join(", ") || "no notebooks"}: ${asked}`);
}

async function list(folder: string): Promise<string[]> {
  const names: string[] = [];
  if (!(await exists(folder))) return names;
  for await (const { name, isFile } of Deno.readDir(folder)) {
    if (isFile && name.endsWith(".ipynb")) names.push(basename(name, ".ipynb"));
  }
  return names.sort();
}
