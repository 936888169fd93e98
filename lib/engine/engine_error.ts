/** TensorFlow's status codes, by number (tensorflow/c/tf_status.h). */
const codes = [
  "OK",
  "CANCELLED",
  "UNKNOWN",
  "INVALID_ARGUMENT",
  "DEADLINE_EXCEEDED",
  "NOT_FOUND",
  "ALREADY_EXISTS",
  "PERMISSION_DENIED",
  "RESOURCE_EXHAUSTED",
  "FAILED_PRECONDITION",
  "ABORTED",
  "OUT_OF_RANGE",
  "UNIMPLEMENTED",
  "INTERNAL",
  "UNAVAILABLE",
  "DATA_LOSS",
  "UNAUTHENTICATED",
];

/**
 * A native call that the engine's library refused.
 *
 * @example
 * ```ts
 * import { EngineError } from "unroll/engine/mod.ts";
 * const wrongShapes = (error: unknown) => error instanceof EngineError && error.code === "INVALID_ARGUMENT";
 * ```
 */
export class EngineError extends Error {
  override name = "EngineError";
  /** The operation that failed, such as `MatMul`. */
  readonly op: string;
  /** The library's status, such as `INVALID_ARGUMENT`. */
  readonly code: string;

  constructor(op: string, code: number | string, message: string) {
    super(message);
    this.op = op;
    this.code = typeof code === "string" ? code : codes[code] ?? `status ${code}`;
  }
}
