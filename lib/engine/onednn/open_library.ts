import { check } from "./status.ts";
import { startCrew } from "./crew/crew.ts";
import { checkFile } from "../library_files.ts";
import { candidates } from "./find_library.ts";
import { type Functions, symbols } from "./symbols.ts";
import { chooseThreads, spinShortly } from "./threads.ts";

/** oneDNN opened on the CPU. */
export interface OneDNN {
  readonly functions: Functions;
  readonly engine: Deno.PointerValue;
  readonly stream: Deno.PointerValue;
  readonly version: string;
  readonly path: string;
}

let opened: OneDNN | undefined;
let reason: string | undefined;

/**
 * Opens oneDNN, once; later calls give the same.
 *
 * @param threads threads of a run at most, as the first call says; without it as many as the processor has
 * @returns the library, or undefined where there is none for this machine: {@link whyNoOneDNN} says why
 */
export function openOneDNN(threads?: number): OneDNN | undefined {
  if (opened || reason) return opened;
  const found = permittedCandidates();
  if (found.length === 0) {
    reason ??= "it runs on Linux on x86-64 only, or UNROLL_ONEDNN names nothing that is there";
  }
  for (const path of found) {
    try {
      return opened = open(path, threads);
    } catch (error) {
      reason = `${(error as Error).message.split("\n")[0]}. Run: deno task setup`;
    }
  }
  return undefined;
}

/** Without permission to read the environment there is nothing to look for, and the layers run portably. */
function permittedCandidates(): string[] {
  try {
    return candidates();
  } catch (error) {
    reason = (error as Error).message;
    return [];
  }
}

/**
 * Says why recurrent layers don't run on oneDNN. It never throws: a library that can't be opened is the answer.
 *
 * @returns the reason in a line; undefined while there is oneDNN
 * @throws nothing
 * @example
 * ```ts
 * import { whyNoOneDNN } from "unroll/engine/mod.ts";
 * const notice = whyNoOneDNN() ?? "oneDNN is there";
 * ```
 */
export function whyNoOneDNN(): string | undefined {
  return openOneDNN() ? undefined : reason;
}

function open(path: string, threads?: number): OneDNN {
  checkFile(path);
  spinShortly();
  const functions = Deno.dlopen(path, symbols).symbols, version = versionOf(functions);
  if (!version.startsWith("3.")) throw new Error(`Cannot use ${path} as oneDNN 3: it is ${version}`);
  startCrew(chooseThreads(threads) - 1);
  const out = new BigUint64Array(1), handle = (): Deno.PointerValue => Deno.UnsafePointer.create(out[0]!);
  check("dnnl_engine_create", functions.dnnl_engine_create(out, 1, 0n));
  const engine = handle();
  check("dnnl_stream_create", functions.dnnl_stream_create(out, engine, 1));
  return { functions, engine, stream: handle(), version, path };
}

/** dnnl_version_t: three numbers of 32 bits come first. */
function versionOf(functions: Functions): string {
  const view = new Deno.UnsafePointerView(functions.dnnl_version()!);
  return [0, 4, 8].map((offset) => view.getInt32(offset)).join(".");
}
