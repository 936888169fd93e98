import { env } from "./_host.ts";

/** How much of a study a notebook runs: `quick` takes minutes on two cores, `full` is the published configuration. */
export type Profile = "quick" | "full";

/**
 * The profile that `UNROLL_PROFILE` names.
 *
 * @returns the profile; `quick` where none is named
 * @throws {RangeError} when the variable names no profile
 * @example
 * ```ts
 * import { profile } from "unroll/notebook/mod.ts";
 * const epochs = profile() === "full" ? 50 : 1;
 * ```
 */
export function profile(): Profile {
  const name = env("UNROLL_PROFILE") ?? "quick";
  if (name === "quick" || name === "full") return name;
  throw new RangeError(`Cannot read UNROLL_PROFILE as quick or full: ${name}`);
}
