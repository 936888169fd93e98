import { relative } from "node:path";
import { fileURLToPath } from "node:url";

/** A path or file URL, relative to the project's folder. */
export function relativeTo(root: string, path: string): string {
  return relative(root, path.startsWith("file:") ? fileURLToPath(path) : path);
}
