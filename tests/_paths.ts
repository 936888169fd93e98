import { fileURLToPath } from "node:url";

/** A file URL as this system's path. */
export function fromFileUrl(url: URL): string {
  return fileURLToPath(url);
}
