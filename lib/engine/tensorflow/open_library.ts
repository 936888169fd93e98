import { CorruptError, MissingError } from "../../core/mod.ts";
import { checkFile } from "../library_files.ts";
import { type Candidate, candidates } from "./find_library.ts";
import { text } from "./native.ts";
import { type Functions, symbols } from "./symbols.ts";

/** The oldest TensorFlow whose C API has what the engine calls. */
const oldest = [2, 9] as const;

/** An opened library and where it was found. */
export interface Opened {
  readonly functions: Functions;
  readonly version: string;
  readonly origin: string;
}

/**
 * Finds and opens TensorFlow's C library, and checks its version before anything else is called.
 *
 * @param explicit a file, or a folder that holds it; see {@link candidates} for the places looked in without it
 * @returns the library's functions
 * @throws {MissingError} when there is none, it can't be loaded, it is too old, or FFI is not permitted
 * @throws {CorruptError} when the file is truncated or for another processor
 */
export function openLibrary(explicit?: string): Opened {
  if (!allowed()) {
    throw new MissingError(
      "Cannot open TensorFlow as a native library: FFI is not permitted. Run: deno run --allow-ffi …",
    );
  }
  for (const candidate of candidates(explicit)) {
    try {
      return openCandidate(candidate);
    } catch (error) {
      if (error instanceof CorruptError || candidate.origin !== "the system") throw error;
    }
  }
  throw new MissingError(
    `Cannot open TensorFlow as a native library: none found in ${places()}. Run: deno task setup`,
  );
}

/** A prompt is no answer for a library: what isn't granted counts as denied. */
function allowed(): boolean {
  return Deno.permissions.querySync({ name: "ffi" }).state === "granted";
}

function places(): string {
  return "UNROLL_TENSORFLOW, .venv, tfjs-node-gpu's download or the system";
}

function openCandidate({ path, origin }: Candidate): Opened {
  checkFile(path);
  let functions: Functions;
  try {
    functions = Deno.dlopen(path, symbols).symbols;
  } catch (error) {
    throw new MissingError(
      `Cannot open ${path} as TensorFlow's library: ${(error as Error).message}. Run: deno task setup`,
    );
  }
  const version = text(functions.TF_Version());
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major !== oldest[0] || minor < oldest[1]) {
    throw new MissingError(
      `Cannot use ${path} as TensorFlow ${oldest.join(".")} or newer: it is ${version}. Run: deno task setup`,
    );
  }
  return { functions, version, origin };
}
