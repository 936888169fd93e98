/** Writes a file's parts in order; rejects when one does not fit. */
export type Write = (path: string, parts: Iterable<Uint8Array>) => Promise<void>;

/**
 * Writes a file whole or not at all: to a neighbour first, which is renamed once all of it is on the disk. Of several that write the
 * same file at once, the last one's stays.
 *
 * @param path the file
 * @param parts its bytes, in order
 * @param write writes the neighbour, in place of the disk
 * @throws whatever writing throws, such as on a full disk; the file is then as it was
 * @example
 * ```ts
 * import { writeWhole } from "unroll/core/mod.ts";
 * await writeWhole("notes.txt", [new TextEncoder().encode("all or nothing")]);
 * ```
 */
export async function writeWhole(
  path: string,
  parts: Iterable<Uint8Array>,
  write: Write = writeParts,
): Promise<void> {
  const unfinished = `${path}.${crypto.randomUUID()}.unfinished`; // its own, also for two writers in one process
  try {
    await write(unfinished, parts);
    await Deno.rename(unfinished, path);
  } catch (error) {
    await Deno.remove(unfinished).catch(() => {});
    throw error;
  }
}

async function writeParts(path: string, parts: Iterable<Uint8Array>): Promise<void> {
  using file = await Deno.open(path, { write: true, create: true, truncate: true });
  for (const part of parts) {
    for (let from = 0; from < part.length;) from += await file.write(part.subarray(from));
  }
  await file.sync();
}
