import { dirname } from "node:path";
import { CorruptError, MissingError } from "../../core/mod.ts";
import { addressOf, byHand } from "./_by_hand.ts";
import { sha256OfFile } from "./_checksum.ts";
import { install } from "./_install.ts";
import { oneAtATime } from "./_one_at_a_time.ts";
import { reasonOf } from "./_reason_of.ts";
import { receive } from "./_receive.ts";
import type { CorpusFile } from "./corpus.ts";

/** Options of `download`. */
export interface DownloadOptions {
  /** Called with the bytes that are there and the bytes of the whole file. */
  onProgress?: (received: number, total: number) => void;
  /** Ends the download; what has arrived is kept for the next one. */
  signal?: AbortSignal;
  /**
   * Seconds without a byte after which the download is given up. An npm package, whose bytes aren't seen, has five minutes in all, and
   * `onProgress` is not called for it.
   * @default 15
   */
  patience?: number;
}

/**
 * Downloads a file to `target`, whole or not at all: bytes go to `<target>.part`, which an interrupted download leaves and
 * the next one continues; only a file with the pinned checksum gets its name. Two processes take turns. A file of an npm package comes
 * through Deno's own package client.
 *
 * @param file the address, size and checksum
 * @param target the path to write
 * @param options progress, signal, patience
 * @throws {MissingError} when the address cannot be reached or the folder cannot be written
 * @throws {CorruptError} when what arrived has another checksum; nothing of it is kept
 * @example
 * ```ts ignore
 * import { download, tinyShakespeareCorpus } from "unroll/datasets/mod.ts";
 * await download(tinyShakespeareCorpus.editions[0]![0]!, "input.txt");
 * ```
 */
export async function download(
  file: CorpusFile,
  target: string,
  options: DownloadOptions = {},
): Promise<void> {
  if (addressOf(file) === undefined) {
    throw new MissingError(`Cannot download ${file.path}: it has no official address`);
  }
  try {
    await Deno.mkdir(dirname(target), { recursive: true });
    await oneAtATime(`${target}.lock`, async () => {
      if (!await isComplete(file, target)) await fill(file, target, options);
    });
  } catch (error) {
    if (error instanceof CorruptError || options.signal?.aborted) throw error;
    throw new MissingError(
      `Cannot download ${addressOf(file)}: ${reasonOf(error)}; get it by hand: ${byHand(file, target)}`,
      { cause: error },
    );
  }
}

/** A continued download that does not fit its checksum was begun from other bytes: once more, from the start. */
async function fill(file: CorpusFile, target: string, options: DownloadOptions): Promise<void> {
  const part = `${target}.part`, get = file.url === undefined ? install : receive;
  const continued = await get(file, part, options);
  if (!await isComplete(file, part) && continued) {
    await Deno.remove(part);
    await get(file, part, options);
  }
  if (await isComplete(file, part)) return await Deno.rename(part, target);
  const { size } = await Deno.stat(part);
  const received = await sha256OfFile(part);
  await Deno.remove(part);
  throw new CorruptError(
    `Cannot use ${addressOf(file)} as ${file.path} of ${file.bytes} bytes, sha256 ${file.sha256}: ` +
      `${size} bytes, sha256 ${received} arrived; try again: ${byHand(file, target)}`,
  );
}

async function isComplete(file: CorpusFile, path: string): Promise<boolean> {
  const stat = await Deno.stat(path).catch(() => undefined);
  if (stat?.size !== file.bytes) return false;
  return file.sha256 === undefined || await sha256OfFile(path) === file.sha256;
}
