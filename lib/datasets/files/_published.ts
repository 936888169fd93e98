import { createHash } from "node:crypto";
import { filePieces } from "./_file_pieces.ts";
import { watchdog } from "./_receive.ts";
import type { DownloadOptions } from "./download.ts";

/** What a repository of the Hugging Face Hub says of one of its files. */
export interface Published {
  /** Its address. */
  url: string;
  /** Its size in bytes. */
  bytes: number;
  /**
   * What tells its content: the SHA-256 of a big file, the Git blob's SHA-1 of a small one, in hexadecimals; anything else that a server
   * of another kind calls its content, or "" where it says nothing.
   */
  etag: string;
}

/**
 * Asks for a file's size and content tag, without the file. The Hub tells a big file's SHA-256 in the answer that leads on to its
 * store (`x-linked-etag`, `x-linked-size`), so that redirections aren't followed before that.
 *
 * @throws {Error} when nothing answers, or the answer has no size
 */
export async function published(url: string, options: DownloadOptions): Promise<Published> {
  const watch = watchdog(options);
  try {
    for (let at = url, hops = 0; hops < 5; hops++) {
      const { headers, status, ok } = await head(at, watch.signal);
      const size = Number(headers.get("x-linked-size") ?? headers.get("content-length") ?? NaN);
      const etag = (headers.get("x-linked-etag") ?? headers.get("etag") ?? "").replace(/^W\/|"/g, "");
      const next = headers.get("location");
      if (next && !headers.has("x-linked-etag")) {
        at = new URL(next, at).href;
      } else if (!(ok || next)) {
        throw new Error(`the server answered ${status}`);
      } else if (!Number.isInteger(size)) {
        throw new Error("the server tells no size");
      } else {
        return { url, bytes: size, etag };
      }
    }
    throw new Error("the server leads on and on");
  } finally {
    watch.stop();
  }
}

async function head(url: string, signal: AbortSignal): Promise<Response> {
  const headers = { "accept-encoding": "identity" };
  const response = await fetch(url, { method: "HEAD", redirect: "manual", headers, signal });
  await response.body?.cancel();
  return response;
}

/** Whether a tag is a SHA-256 or a Git blob's SHA-1. */
export function isChecksum(etag: string): boolean {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(etag);
}

/** Whether a whole file is what its tag says: undefined where the tag is no checksum. */
export async function fits(
  { etag, bytes }: Pick<Published, "etag" | "bytes">,
  path: string,
): Promise<boolean | undefined> {
  if (!isChecksum(etag)) return undefined;
  const hash = etag.length === 64 ? createHash("sha256") : createHash("sha1").update(`blob ${bytes}\0`);
  for await (const piece of filePieces(path)) hash.update(piece);
  return hash.digest("hex") === etag;
}
