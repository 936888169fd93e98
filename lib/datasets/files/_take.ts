import { createHash, type Hash } from "node:crypto";
import { dirname } from "node:path";
import { CorruptError } from "../../core/mod.ts";
import { fits, type Published } from "./_published.ts";
import { request, watchdog } from "./_receive.ts";
import { readTaken, type Taken, writeTaken } from "./_taken.ts";
import type { DownloadOptions } from "./download.ts";

/** So many bytes may be lost when the process is killed. */
const EVERY = 16 * 2 ** 20;

/**
 * The bytes of a published file from its beginning, as far as somebody reads: those that are here, then those that arrive, which are
 * kept in `<target>.part` with a record of how many and their checksum. A file that was read to its end is compared with its published
 * checksum and gets its name. What is here of another content, or damaged, is thrown away first.
 *
 * @throws {CorruptError} when the whole file isn't what its publisher says; nothing of it is kept
 */
export async function* take(
  file: Published,
  target: string,
  options: DownloadOptions,
): AsyncGenerator<Uint8Array> {
  const part = `${target}.part`, hash = createHash("sha256");
  await Deno.mkdir(dirname(target), { recursive: true });
  const there = await usable(file, part), known = await readTaken(part);
  using out = await Deno.open(part, { create: true, read: true, write: true });
  await out.truncate(there);
  let taken = 0;
  const record = (): Promise<void> => {
    const recordings = taken === there ? known?.recordings : undefined;
    return writeTaken(part, { ...file, taken, sha256: digest(hash), recordings });
  };
  for await (const piece of firstBytes(out, there)) {
    hash.update(piece);
    taken += piece.length;
    yield piece;
  }
  let recorded = taken;
  try {
    for await (const piece of taken < file.bytes ? arriving(file, taken, options) : []) {
      await writeAll(out, piece);
      hash.update(piece);
      taken += piece.length;
      options.onProgress?.(taken, file.bytes);
      if (taken - recorded >= EVERY) await record().then(() => recorded = taken);
      yield piece;
    }
  } finally {
    if (taken > recorded) await record();
  }
  await finish(file, target, digest(hash));
}

/** How many bytes of an earlier call can be used: all that are recorded, if they are of this content and unharmed. */
async function usable(file: Published, part: string): Promise<number> {
  const record = await readTaken(part), size = (await Deno.stat(part).catch(() => undefined))?.size ?? 0;
  if (!record || record.etag !== file.etag || record.bytes !== file.bytes || size < record.taken) return 0;
  using kept = await Deno.open(part);
  const hash = createHash("sha256");
  for await (const piece of firstBytes(kept, record.taken)) hash.update(piece);
  return hash.digest("hex") === record.sha256 ? record.taken : 0;
}

/** The first bytes of an open file; it stands behind them afterwards. */
async function* firstBytes(file: Deno.FsFile, count: number): AsyncGenerator<Uint8Array> {
  for (let left = count; left > 0;) {
    const piece = new Uint8Array(Math.min(left, 1 << 18)), read = await file.read(piece);
    if (read === null) return;
    left -= read;
    yield piece.subarray(0, read);
  }
}

/** What the server sends from byte `start` on. */
async function* arriving(
  { url, bytes }: Published,
  start: number,
  options: DownloadOptions,
): AsyncGenerator<Uint8Array> {
  const watch = watchdog(options);
  try {
    const response = await request(url, start, watch.signal);
    let surplus = response.status === 206 ? 0 : start, received = start - surplus;
    for await (const piece of response.body!) {
      watch.alive();
      received += piece.length;
      if (received > bytes) throw new Error(`more than the expected ${bytes} bytes arrive`);
      const rest = piece.subarray(surplus);
      surplus = Math.max(0, surplus - piece.length);
      if (rest.length > 0) yield rest;
      watch.alive(); // the reader may have taken its time
    }
    if (received < bytes) throw new Error(`the connection ended after ${received} of ${bytes} bytes`);
  } finally {
    watch.stop();
  }
}

async function writeAll(file: Deno.FsFile, bytes: Uint8Array): Promise<void> {
  for (let from = 0; from < bytes.length;) from += await file.write(bytes.subarray(from));
}

/** The whole file is here: under its name, if it is what its publisher says. */
async function finish(file: Published, target: string, sha256: string): Promise<void> {
  const part = `${target}.part`;
  if (await fits(file, part) === false) {
    await Deno.remove(part);
    await Deno.remove(`${part}.json`).catch(() => {});
    throw new CorruptError(
      `Cannot use ${file.url} as of checksum ${file.etag}: sha256 ${sha256} arrived; run again`,
    );
  }
  const whole: Taken = { ...file, taken: file.bytes, sha256 };
  await writeTaken(target, whole);
  await Deno.rename(part, target);
  await Deno.remove(`${part}.json`).catch(() => {});
}

function digest(hash: Hash): string {
  return hash.copy().digest("hex");
}
