import { EngineError } from "../engine_error.ts";

/** dnnl_status_t, by number. */
const codes = [
  "OK",
  "OUT_OF_MEMORY",
  "INVALID_ARGUMENT",
  "UNIMPLEMENTED",
  "LAST_IMPLEMENTATION",
  "RUNTIME_ERROR",
  "NOT_REQUIRED",
];

/**
 * Turns oneDNN's status into an error.
 *
 * @param what the function that gave it
 * @param status dnnl_status_t
 * @throws {EngineError} when it is not success
 */
export function check(what: string, status: number): void {
  if (status === 0) return;
  throw new EngineError(
    what,
    codes[status] ?? `status ${status}`,
    `Cannot run ${what} as asked: oneDNN's status is ${status}`,
  );
}
