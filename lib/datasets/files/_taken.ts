import { join, relative, sep } from "node:path";
import { writeWhole } from "../../core/mod.ts";
import { isChecksum } from "./_published.ts";

/** What is written beside a file of which the beginning, or all, was taken from an address: `<file>.json`. */
export interface Taken {
  /** Its address. */
  url: string;
  /** What told its content there. */
  etag: string;
  /** Bytes of the whole file there. */
  bytes: number;
  /** Bytes of it that are here. */
  taken: number;
  /** Their SHA-256 in hexadecimals. */
  sha256: string;
  /** Recordings that were read from them, once somebody has counted. */
  recordings?: number;
}

/** Reads what is written beside a file; undefined where nothing is, or nothing of sense. */
export async function readTaken(path: string): Promise<Taken | undefined> {
  try {
    const taken = JSON.parse(await Deno.readTextFile(`${path}.json`)) as Taken;
    return Number.isInteger(taken.taken) && typeof taken.sha256 === "string" ? taken : undefined;
  } catch {
    return undefined;
  }
}

/** Writes it, whole or not at all. */
export async function writeTaken(path: string, taken: Taken): Promise<void> {
  await writeWhole(`${path}.json`, [new TextEncoder().encode(JSON.stringify(taken, null, 2) + "\n")]);
}

/**
 * The checksum that is known of a whole file (a SHA-256, or a Git blob's SHA-1): from what is written beside it, or from what the Hub's own
 * client writes into the folder that it downloads to (`.cache/huggingface/download/<path>.metadata`: commit, content tag, time).
 */
export async function knownChecksum(root: string, path: string): Promise<string | undefined> {
  const taken = await readTaken(path);
  if (taken) return taken.taken === taken.bytes ? taken.sha256 : undefined;
  const place = relative(root, path).split(sep).join("/");
  const metadata = await Deno.readTextFile(join(root, ".cache/huggingface/download", `${place}.metadata`))
    .catch(() => "");
  const etag = metadata.split("\n")[1]?.trim() ?? "";
  return isChecksum(etag) ? etag : undefined;
}
