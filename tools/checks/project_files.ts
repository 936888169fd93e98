import { join } from "node:path";
import { exists } from "./exists.ts";

const skippedFolders = new Set(["node_modules", ".venv", ".git", ".cache"]);

/**
 * The project's files, relative to its folder and sorted: what git tracks or would track, or, outside a checkout, all.
 *
 * @param root the project's folder
 * @returns paths with `/` between folders
 */
export async function projectFiles(root: string): Promise<string[]> {
  return (await fromGit(root) ?? [...walk(root, "")]).sort();
}

async function fromGit(root: string): Promise<string[] | undefined> {
  if (!exists(join(root, ".git"))) return undefined;
  try {
    const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    const { success, stdout } = await new Deno.Command("git", { args, cwd: root, stderr: "null" }).output();
    if (!success) return undefined;
    const names = new Set(new TextDecoder().decode(stdout).split("\0"));
    return [...names].filter((name) => name !== "" && exists(join(root, name)));
  } catch {
    return undefined; // no git here
  }
}

function* walk(root: string, folder: string): Generator<string> {
  for (const entry of Deno.readDirSync(join(root, folder))) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory && !skippedFolders.has(entry.name)) yield* walk(root, path);
    if (entry.isFile) yield path;
  }
}
