import { MissingError } from "../../core/mod.ts";
import { reasonOf } from "./_reason_of.ts";

/**
 * Makes a folder of the cache where it isn't there and does something in it.
 *
 * @throws {MissingError} when it can't be made or used, such as in a folder that is there to be read alone
 */
export function inFolder<T>(folder: string, work: () => T): T {
  try {
    Deno.mkdirSync(folder, { recursive: true });
    return work();
  } catch (error) {
    throw cannotKeep(folder, error);
  }
}

/** What a system says of a disk that is full, or that is there to be read alone. */
const FULL = new Set(["ENOSPC", "EDQUOT", "EROFS", "EACCES"]);

/** An error of writing below a folder with what helps against it; any other error as it is. */
export function whyNotKept(folder: string, error: unknown): unknown {
  const { code = "" } = error as { code?: string };
  return FULL.has(code) ? cannotKeep(folder, error) : error;
}

function cannotKeep(folder: string, cause: unknown): MissingError {
  return new MissingError(
    `Cannot keep files as in the folder ${folder}: ${
      reasonOf(cause)
    }; make room there or choose another cache: ` +
      "export UNROLL_CACHE=$HOME/.cache/unroll",
    { cause },
  );
}
