import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";

/** SHA-256 of a file in hexadecimals, read in pieces so that size does not matter. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  using file = await Deno.open(path);
  const piece = new Uint8Array(1 << 20);
  for (let read = await file.read(piece); read !== null; read = await file.read(piece)) {
    hash.update(piece.subarray(0, read));
  }
  return hash.digest("hex");
}

/**
 * The file's checksum, remembered: a stamp under `stamps` says which size and time of change had which checksum, so
 * that a gigabyte is not read again each time. Where no stamp can be written the file is simply read again.
 */
export async function rememberedSha256(path: string, stamps: string): Promise<string> {
  const stat = await Deno.stat(path);
  const key = createHash("sha256").update(path).digest("hex").slice(0, 16);
  const stamp = join(stamps, `${basename(path)}.${key}`);
  const state = `${stat.size} ${stat.mtime?.getTime()} ${stat.ino ?? 0}`;
  const [seen, checksum] = await readStamp(stamp);
  if (seen === state && checksum !== undefined) return checksum;
  const fresh = await sha256OfFile(path);
  await writeWhole(stamp, `${state}\n${fresh}\n`).catch(() => {});
  return fresh;
}

async function readStamp(path: string): Promise<(string | undefined)[]> {
  return (await Deno.readTextFile(path).catch(() => "")).split("\n");
}

/** Writes a small file whole or not at all: beside its place first, then renamed. */
async function writeWhole(path: string, text: string): Promise<void> {
  await Deno.mkdir(dirname(path), { recursive: true });
  const beside = await Deno.makeTempFile({ dir: dirname(path) });
  try {
    await Deno.writeTextFile(beside, text);
    await Deno.rename(beside, path);
  } catch (error) {
    await Deno.remove(beside).catch(() => {});
    throw error;
  }
}
