import { existsSync } from "node:fs";
import { join } from "node:path";
import { mirrorFolders } from "../../lib/datasets/mod.ts";

/** Whether a folder in UNROLL_DATA holds a corpus; tests of the real bytes are left out where none does. */
export function hasMirror(id: string): boolean {
  return mirrorFolders().some((folder) => existsSync(join(folder, id)));
}
