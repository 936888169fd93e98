import { join } from "node:path";
import { CorruptError, MissingError } from "../../core/mod.ts";
import { archivePaths, findPart, type FleursPart, type Wanted } from "./_fleurs_part.ts";
import { archiveRecordings, archiveSentences } from "./_fleurs_archive.ts";
import { oneAtATime } from "../files/_one_at_a_time.ts";
import { published } from "../files/_published.ts";
import { reasonOf } from "../files/_reason_of.ts";
import { Skipped } from "./_skipped.ts";
import { take } from "../files/_take.ts";
import { readTaken, writeTaken } from "../files/_taken.ts";
import { elsewhere } from "./_fleurs_sentences.ts";
import type { DownloadOptions } from "../files/download.ts";

/** Where from, where to, and how. */
export interface TakeOptions extends Omit<DownloadOptions, "onProgress"> {
  /** The address of the folder that holds `data`. */
  address: string;
  /** The corpus's folder in the cache. */
  folder: string;
  /** Called with a file's path, the bytes that are there and those of the whole file. */
  onProgress?: (path: string, received: number, total: number) => void;
}

/**
 * Brings parts into the cache: their tables whole, of their archives as much as holds the recordings that are wanted.
 *
 * @throws {MissingError} when an address can't be reached; what has arrived is kept
 * @throws {CorruptError} when a whole file isn't what its publisher says
 */
export async function takeParts(wanted: readonly Wanted[], options: TakeOptions): Promise<FleursPart[]> {
  const parts: FleursPart[] = [], stamps = join(options.folder, ".verified");
  for (const one of wanted) await taking(archivePaths(one).table, options, () => takeTable(one, options));
  for (const one of wanted) {
    const find = () => findPart(options.folder, one, stamps);
    if (!await find()) {
      await taking(archivePaths(one).archive, options, async () => {
        if (!await find()) await takeArchive(one, wanted, options); // another process may have had its turn first
      });
    }
    parts.push((await find())!);
  }
  return parts;
}

/** One process at a time, and what goes wrong said with the address. */
async function taking(path: string, options: TakeOptions, work: () => Promise<void>): Promise<void> {
  try {
    await Deno.mkdir(join(options.folder, path, ".."), { recursive: true });
    await oneAtATime(join(options.folder, `${path}.lock`), work);
  } catch (error) {
    if (error instanceof CorruptError || options.signal?.aborted) throw error;
    throw new MissingError(`Cannot download ${options.address}/${path}: ${reasonOf(error)}`, {
      cause: error,
    });
  }
}

async function takeTable(wanted: Wanted, options: TakeOptions): Promise<void> {
  const { table } = archivePaths(wanted), target = join(options.folder, table);
  if (await Deno.stat(target).then(() => true, () => false)) return;
  for await (const _ of bytes(table, options)); // to its end, which gives it its name
}

/** Reads an archive until the recordings that are wanted were met; what was read stays. */
async function takeArchive(
  wanted: Wanted,
  all: readonly Wanted[],
  options: TakeOptions,
): Promise<void> {
  const { archive } = archivePaths(wanted), target = join(options.folder, archive);
  const skipped = new Skipped(); // what is left out is counted when the recordings are read
  const parts = all.filter(({ language }) => language === wanted.language).map((one): FleursPart => {
    const paths = archivePaths(one);
    const table = join(options.folder, paths.table), files = [join(options.folder, `${paths.archive}.part`)];
    return { ...one, table, files, verified: false };
  });
  const part = parts.find(({ split }) => split === wanted.split)!;
  const later = await elsewhere(part, parts, (one) => archiveSentences(one, skipped));
  const reading = { elsewhere: later, limit: wanted.recordings, skipped };
  let count = 0;
  for await (const _ of archiveRecordings(part, reading, bytes(archive, options))) count++;
  const taken = await readTaken(`${target}.part`);
  if (taken) await writeTaken(`${target}.part`, { ...taken, recordings: count });
}

/** Seconds for the first answer, where nobody asked for others: a machine without network shall know soon. */
const FIRST_ANSWER = 5;

async function* bytes(path: string, options: TakeOptions): AsyncGenerator<Uint8Array> {
  const { address, folder, signal, patience, onProgress } = options;
  const file = await published(`${address}/${path}`, { signal, patience: patience ?? FIRST_ANSWER });
  yield* take(file, join(folder, path), {
    signal,
    patience,
    onProgress: (received, total) => onProgress?.(path, received, total),
  });
}
