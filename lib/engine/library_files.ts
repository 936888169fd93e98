import { fileURLToPath } from "node:url";
import { CorruptError } from "../core/mod.ts";

/** The project's own folder: two above this room. It is nowhere where the library was not loaded from files. */
export function projectFolder(): string {
  const url = new URL("../../", import.meta.url);
  return url.protocol === "file:" ? fileURLToPath(url).replace(/[\\/]$/, "") : "";
}

/** The virtual environments that belong to the project or to the current folder. */
export function environments(): string[] {
  return [...new Set([projectFolder(), Deno.cwd()])].map((folder) => `${folder}/.venv`).filter(exists);
}

/**
 * Looks at a library file's header before the loader maps it: a truncated file would end the process.
 *
 * @param path the file
 * @throws {CorruptError} when an ELF file is shorter than its own section table says, or is for another processor
 */
export function checkFile(path: string): void {
  if (Deno.build.os !== "linux" || !exists(path)) return;
  using file = Deno.openSync(path);
  const header = new Uint8Array(64), view = new DataView(header.buffer);
  const size = Deno.statSync(path).size;
  if ((file.readSync(header) ?? 0) < 64 || view.getUint32(0) !== 0x7f454c46) {
    throw new CorruptError(`Cannot open ${path} as a library: it is no ELF file. Run: deno task setup`);
  }
  const end = Number(view.getBigUint64(40, true)) + view.getUint16(58, true) * view.getUint16(60, true);
  if (size < end) {
    throw new CorruptError(
      `Cannot open ${path} as a library: it has ${size} of ${end} bytes. Remove .venv, then run: deno task setup`,
    );
  }
  const machine = { 62: "x86_64", 183: "aarch64" }[view.getUint16(18, true)];
  if (machine !== Deno.build.arch) {
    throw new CorruptError(
      `Cannot open ${path} as a library for ${Deno.build.arch}: it is for ${machine ?? "another processor"}`,
    );
  }
}

/** The names in a folder; none where it can't be read. */
export function entries(folder: string): string[] {
  try {
    return [...Deno.readDirSync(folder)].map((entry) => entry.name);
  } catch {
    return [];
  }
}

/** Whether something is at a path. */
export function exists(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch {
    return false;
  }
}
