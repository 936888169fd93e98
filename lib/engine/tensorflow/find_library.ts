import { CorruptError } from "../../core/mod.ts";

/** What a library file is called on each system, the pip wheel's first, then the C distribution's. */
const fileNames: Readonly<Record<string, readonly string[]>> = {
  linux: ["libtensorflow_cc.so.2", "libtensorflow.so.2"],
  darwin: ["libtensorflow_cc.2.dylib", "libtensorflow.2.dylib"],
  windows: ["tensorflow.dll"],
};

/** The project's own folder: two above this room. */
const project = new URL("../../../", import.meta.url);

/** A place to look in, and what to call it when it is chosen. */
export interface Candidate {
  readonly path: string;
  readonly origin: string;
}

/**
 * Lists where TensorFlow's library may be, best first: an explicit path, `UNROLL_TENSORFLOW`, the project's `.venv` and
 * that of the current folder, tfjs-node-gpu's own download, then whatever the system's loader knows.
 *
 * @param explicit a file, or a folder that holds it
 * @returns candidates whose file exists, and the loader's names last
 */
export function candidates(explicit?: string): Candidate[] {
  const given = explicit ?? Deno.env.get("UNROLL_TENSORFLOW");
  if (given) {
    return fileNamed(given).map((path) => ({
      path,
      origin: explicit ? "the given path" : "UNROLL_TENSORFLOW",
    }));
  }
  return [
    ...environments().flatMap(inEnvironment).map((path) => ({ path, origin: ".venv" })),
    ...downloads().map((path) => ({ path, origin: "tfjs-node-gpu's download" })),
    ...names().map((path) => ({ path, origin: "the system" })),
  ];
}

/** Every file name of this system. */
function names(): readonly string[] {
  return fileNames[Deno.build.os] ?? [];
}

/** A path that is a file, or the library's files in a path that is a folder; the path itself where nothing is there. */
function fileNamed(path: string): string[] {
  const inside = names().map((name) => `${path}/${name}`).filter(exists);
  return inside.length > 0 ? inside : [path];
}

/** The virtual environments that belong to the project or to the current folder. */
function environments(): string[] {
  const own = project.protocol === "file:" ? [fromUrl(new URL(".venv", project))] : [];
  return [...new Set([...own, `${Deno.cwd()}/.venv`])].filter(exists);
}

function inEnvironment(environment: string): string[] {
  const folders = [`${environment}/Lib/site-packages/tensorflow`, `${environment}/tensorflow`];
  for (const python of entries(`${environment}/lib`)) {
    folders.push(`${environment}/lib/${python}/site-packages/tensorflow`);
  }
  return folders.flatMap((folder) => names().map((name) => `${folder}/${name}`)).filter(exists);
}

/** What tfjs-node-gpu's install script downloads when it is allowed to run. */
function downloads(): string[] {
  if (project.protocol !== "file:") return [];
  const folder = fromUrl(new URL("node_modules/@tensorflow/tfjs-node-gpu/deps/lib", project));
  return names().map((name) => `${folder}/${name}`).filter(exists);
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

function entries(folder: string): string[] {
  try {
    return [...Deno.readDirSync(folder)].map((entry) => entry.name);
  } catch {
    return [];
  }
}

function exists(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch {
    return false;
  }
}

function fromUrl(url: URL): string {
  const path = decodeURIComponent(url.pathname);
  return Deno.build.os === "windows" ? path.slice(1) : path;
}
