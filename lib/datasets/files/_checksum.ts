import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { writeWhole } from "../../core/mod.ts";
import { filePieces } from "./_file_pieces.ts";

/** SHA-256 of a file in hexadecimals, read in pieces so that size does not matter. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of filePieces(path)) hash.update(piece);
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
  await writeStamp(stamp, [state, fresh]).catch(() => {});
  return fresh;
}

async function readStamp(path: string): Promise<(string | undefined)[]> {
  return (await Deno.readTextFile(path).catch(() => "")).split("\n");
}

async function writeStamp(path: string, lines: readonly string[]): Promise<void> {
  await Deno.mkdir(dirname(path), { recursive: true });
  await writeWhole(path, [new TextEncoder().encode(`${lines.join("\n")}\n`)]);
}
