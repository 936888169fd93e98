import { entries, environments, exists, projectFolder } from "../library_files.ts";

/** What a library file is called on each system, the pip wheel's first, then the C distribution's. */
const fileNames: Readonly<Record<string, readonly string[]>> = {
  linux: ["libtensorflow_cc.so.2", "libtensorflow.so.2"],
  darwin: ["libtensorflow_cc.2.dylib", "libtensorflow.2.dylib"],
  windows: ["tensorflow.dll"],
};

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

function inEnvironment(environment: string): string[] {
  const folders = [`${environment}/Lib/site-packages/tensorflow`, `${environment}/tensorflow`];
  for (const python of entries(`${environment}/lib`)) {
    folders.push(`${environment}/lib/${python}/site-packages/tensorflow`);
  }
  return folders.flatMap((folder) => names().map((name) => `${folder}/${name}`)).filter(exists);
}

/** What tfjs-node-gpu's install script downloads when it is allowed to run. */
function downloads(): string[] {
  const folder = `${projectFolder()}/node_modules/@tensorflow/tfjs-node-gpu/deps/lib`;
  return names().map((name) => `${folder}/${name}`).filter(exists);
}
