import { createHash } from "node:crypto";
import type { Corpus, CorpusFile } from "../../lib/datasets/mod.ts";

/** A corpus of one small file. */
export const BODY = new TextEncoder().encode("To be, or not to be. ".repeat(1000));

export function tinyFile(url?: string): CorpusFile {
  return {
    path: "input.txt",
    bytes: BODY.length,
    sha256: createHash("sha256").update(BODY).digest("hex"),
    url,
  };
}

export function tinyCorpus(url?: string): Corpus {
  return { id: "tiny", title: "Tiny", origin: "a test", licence: "none", editions: [[tinyFile(url)]] };
}
