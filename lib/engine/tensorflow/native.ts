import { EngineError } from "../engine_error.ts";
import type { Functions } from "./symbols.ts";

/** An opened TensorFlow: its functions, the one status that every call writes, and the eager context. */
export interface Native {
  readonly functions: Functions;
  readonly status: Deno.PointerObject;
  readonly context: Deno.PointerObject;
  readonly version: string;
  readonly device: string;
  readonly isGpu: boolean;
}

/** The functions and the status alone: what there is before a context exists. */
export type Library = Pick<Native, "functions" | "status">;

const encoder = new TextEncoder();
const names = new Map<string, Uint8Array<ArrayBuffer>>();

/** A name as a C string, encoded once: operations and attributes repeat. */
export function cString(name: string): Uint8Array<ArrayBuffer> {
  let bytes = names.get(name);
  if (!bytes) names.set(name, bytes = encoder.encode(name + "\0"));
  return bytes;
}

/** A C string as a JavaScript one. */
export function text(pointer: Deno.PointerValue): string {
  return pointer ? Deno.UnsafePointerView.getCString(pointer) : "";
}

/** Throws what the last native call left in the status, if it was not OK. */
export function check({ functions, status }: Library, op: string, describe?: () => string): void {
  const code = functions.TF_GetCode(status);
  if (code === 0) return;
  const message = text(functions.TF_Message(status));
  throw new EngineError(op, code, `Cannot run ${op}${describe?.() ?? ""}: ${message}`);
}
