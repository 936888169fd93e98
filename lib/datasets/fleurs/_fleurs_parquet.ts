import type { AsyncBuffer, FileMetaData } from "hyparquet"; // reads Parquet without a native library, by columns and row groups
import { CorruptError } from "../../core/mod.ts";
import type { Reading } from "./_fleurs_archive.ts";
import type { FleursPart } from "./_fleurs_part.ts";
import { fleursRecording } from "./_fleurs_recording.ts";
import type { FleursRow } from "./_fleurs_rows.ts";
import type { SpokenRecording } from "../speech/speech_dataset.ts";

/** A row as the Hub converts it: of more columns, these. */
interface Row {
  id?: number | bigint | null;
  path?: string | null;
  audio?: { bytes?: Uint8Array | null; path?: string | null } | null;
  raw_transcription?: string | null;
}

/** The recordings of Parquet files, in their order; what is in memory is a row group. */
export async function* parquetRecordings(
  part: FleursPart,
  { elsewhere, limit, skipped }: Reading,
): AsyncGenerator<SpokenRecording> {
  const context = { part, skipped };
  let given = 0, number = 0;
  for await (const row of rowsOf(part.files, ["id", "path", "audio", "raw_transcription"])) {
    number++;
    const path = row.audio?.path ?? row.path ?? "", file = path.slice(path.lastIndexOf("/") + 1);
    const known: FleursRow = { sentence: String(row.id), file, text: row.raw_transcription ?? "" };
    if (row.id == null || file === "") {
      skipped.add("a row that does not parse", part, number);
    } else if (!row.audio?.bytes) {
      skipped.add("a row without its file", part, file);
    } else if (elsewhere.has(known.sentence)) {
      skipped.add("a sentence that is in another split too", part, file);
    } else {
      const recording = await fleursRecording(known, row.audio.bytes, context);
      if (!recording) continue;
      yield recording;
      if (++given >= limit) return;
    }
  }
}

/** The sentences of Parquet files. */
export async function parquetSentences({ files }: FleursPart): Promise<Set<string>> {
  return new Set(await Array.fromAsync(rowsOf(files, ["id"]), ({ id }) => String(id)));
}

async function* rowsOf(paths: readonly string[], columns: string[]): AsyncGenerator<Row> {
  const { parquetMetadataAsync, parquetReadObjects } = await import("hyparquet");
  for (const path of paths) {
    using opened = await Deno.open(path);
    const file = buffer(opened, (await opened.stat()).size);
    const metadata = await told(path, () => parquetMetadataAsync(file));
    for (const [rowStart, rowEnd] of groups(metadata)) {
      const read = { file, metadata, columns, rowStart, rowEnd, utf8: false };
      yield* await told(path, () => parquetReadObjects(read) as Promise<Row[]>);
    }
  }
}

/** First row and the one behind the last, of each row group. */
function groups({ row_groups }: FileMetaData): [number, number][] {
  let rows = 0;
  return row_groups.map(({ num_rows }) => [rows, rows += Number(num_rows)]);
}

/** An open file as the reader wants it; one request at a time, because a file has one place where it is read. */
function buffer(file: Deno.FsFile, byteLength: number): AsyncBuffer {
  let turn: Promise<unknown> = Promise.resolve();
  const read = async (start: number, end: number): Promise<ArrayBuffer> => {
    const bytes = new Uint8Array(Math.max(0, end - start));
    await file.seek(start, Deno.SeekMode.Start);
    for (let got = 0; got < bytes.length;) {
      const more = await file.read(bytes.subarray(got));
      if (more === null) throw new Error("it breaks off");
      got += more;
    }
    return bytes.buffer;
  };
  return {
    byteLength,
    slice: (start, end = byteLength) => {
      const mine = turn.then(() => read(start, end));
      turn = mine.catch(() => {});
      return mine;
    },
  };
}

/** What the reader says of a damaged file, as a CorruptError. */
async function told<Result>(path: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    throw new CorruptError(
      `Cannot read ${path} as Parquet: ${error instanceof Error ? error.message : error}; ` +
        `remove it and run again: rm '${path}'`,
      { cause: error },
    );
  }
}
