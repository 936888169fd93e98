import { CorruptError } from "../../core/mod.ts";
import { rememberedSha256 } from "./_checksum.ts";
import type { CorpusFile } from "./corpus.ts";

/** Checks a file that is there against its pinned size and checksum, if it has one; throws a CorruptError that says how to mend it. */
export async function verify(file: CorpusFile, path: string, stamps: string): Promise<void> {
  const { size } = await Deno.stat(path);
  if (size !== file.bytes) throw damaged(path, `${file.bytes} bytes`, `${size} bytes`);
  if (file.sha256 === undefined) return;
  const received = await rememberedSha256(path, stamps);
  if (received !== file.sha256) throw damaged(path, `sha256 ${file.sha256}`, `sha256 ${received}`);
}

function damaged(path: string, expected: string, received: string): CorruptError {
  return new CorruptError(
    `Cannot use ${path} as ${expected}: it has ${received}; remove it and run again: rm '${path}'`,
  );
}
