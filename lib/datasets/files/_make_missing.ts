import { join } from "node:path";
import { inFolder, whyNotKept } from "./_in_folder.ts";
import { oneAtATime } from "./_one_at_a_time.ts";

/**
 * Has those files of a folder made that it lacks; who comes while another makes them waits, and has them then. Where none is missing
 * the folder is only read.
 *
 * @throws {MissingError} when the folder can't be made, or its disk is full
 */
export async function makeMissing(
  folder: string,
  names: readonly string[],
  make: (missing: ReadonlySet<string>) => Promise<void>,
): Promise<void> {
  if (missingIn(folder, names).size === 0) return;
  try {
    await oneAtATime(join(folder, ".lock"), async () => {
      const missing = missingIn(folder, names);
      if (missing.size === 0) return;
      await removeUnfinished(folder);
      await make(missing);
    });
  } catch (error) {
    throw whyNotKept(folder, error);
  }
}

function missingIn(folder: string, names: readonly string[]): Set<string> {
  const there = new Set(inFolder(folder, () => [...Deno.readDirSync(folder)].map(({ name }) => name)));
  return new Set(names).difference(there);
}

/** What a maker left that was killed: nobody else writes while the lock is held. */
async function removeUnfinished(folder: string): Promise<void> {
  for await (const { name } of Deno.readDir(folder)) {
    if (name.endsWith(".unfinished")) await Deno.remove(join(folder, name));
  }
}
