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
    throw new MissingError(
      `Cannot keep files as in the folder ${folder}: ${reasonOf(error)}; choose another cache: ` +
        "export UNROLL_CACHE=$HOME/.cache/unroll",
      { cause: error },
    );
  }
}
