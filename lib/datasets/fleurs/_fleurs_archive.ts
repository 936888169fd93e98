import type { FleursPart } from "./_fleurs_part.ts";
import { fleursRecording } from "./_fleurs_recording.ts";
import { fleursRows } from "./_fleurs_rows.ts";
import { filePieces } from "../files/_file_pieces.ts";
import { gunzipped } from "../files/_gunzipped.ts";
import type { Skipped } from "./_skipped.ts";
import { tarStream } from "../files/_tar_stream.ts";
import type { SpokenRecording } from "../speech/speech_dataset.ts";

/** How a part is read. */
export interface Reading {
  /** Sentences that are left to a later split. */
  elsewhere: ReadonlySet<string>;
  /** Recordings after which the reading ends. */
  limit: number;
  /** Where what is left out is counted. */
  skipped: Skipped;
}

/** The recordings of an archive, in its order, the archive's bytes taken from the disk or from where they arrive. */
export async function* archiveRecordings(
  part: FleursPart,
  { elsewhere, limit, skipped }: Reading,
  bytes: AsyncIterable<Uint8Array> = filePieces(part.files[0]!),
): AsyncGenerator<SpokenRecording> {
  const rows = fleursRows(await Deno.readTextFile(part.table!), part, skipped), name = part.files[0]!;
  const partial = name.endsWith(".part"), context = { part, skipped };
  let given = 0;
  for await (const file of tarStream(gunzipped(bytes, name), name, partial)) {
    const key = file.path.slice(file.path.lastIndexOf("/") + 1), row = rows.get(key);
    rows.delete(key);
    if (!row) {
      skipped.add("a file of the archive without a row", part, file.path);
    } else if (elsewhere.has(row.sentence)) {
      skipped.add("a sentence that is in another split too", part, key);
    } else {
      const recording = await fleursRecording(row, file.bytes, context);
      if (!recording) continue;
      yield recording;
      if (++given >= limit) return;
    }
  }
  if (partial) return; // the rest of the archive may hold them
  for (const file of rows.keys()) skipped.add("a row without its file", part, file);
}

/** The sentences of an archive's table. */
export async function archiveSentences(part: FleursPart, skipped: Skipped): Promise<Set<string>> {
  const rows = fleursRows(await Deno.readTextFile(part.table!), part, skipped);
  return new Set(rows.values().map(({ sentence }) => sentence));
}
