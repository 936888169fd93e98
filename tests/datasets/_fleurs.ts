import { Buffer } from "node:buffer";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { parquetWriteBuffer } from "hyparquet-writer"; // writes what the library reads; for tests alone
import { encodeWav } from "../../lib/audio/mod.ts";
import { makeTar } from "./_make_tar.ts";

/** A recording of a corpus that a test makes. */
export interface MadeRecording {
  sentence: number;
  file: string;
  text: string;
  bytes: Uint8Array<ArrayBuffer>;
}

const CONFIGS = ["es_419", "fr_fr", "en_us", "ja_jp"] as const;
const NAMES = ["train", "dev", "test"] as const;

/** The seed of a recording's tone tells the recordings apart. */
export function made(sentence: number, file: string, seconds = 0.05): MadeRecording {
  const samples = Float32Array.from(
    { length: Math.round(seconds * 16_000) },
    (_, i) => 0.4 * Math.sin(i * (sentence % 50 + 1) / 40),
  );
  return {
    sentence,
    file,
    text: `Oración «${sentence}» "1"`,
    bytes: encodeWav({ samples, sampleRate: 16_000 }),
  };
}

/** The recordings of one language's split: twelve of the training part, six of the others, two people read each sentence. */
export function madeSplit(split: (typeof NAMES)[number], language: number): MadeRecording[] {
  const count = split === "train" ? 12 : 6, first = 1000 * (1 + NAMES.indexOf(split));
  return Array.from(
    { length: count },
    (_, i) => made(first + (i >> 1), `${first}${i}${language}.wav`, 0.05 + i / 1000),
  );
}

/** The rows of a table. */
export function tsv(recordings: readonly MadeRecording[]): Uint8Array<ArrayBuffer> {
  const rows = recordings.map(({ sentence, file, text, bytes }) =>
    [sentence, file, text, text.toLowerCase(), "o r a |", (bytes.length - 44) / 2, "FEMALE"].join("\t")
  );
  return new TextEncoder().encode(rows.join("\n") + "\n");
}

/** An archive as the corpus packs them. */
export function archive(
  split: string,
  recordings: readonly Pick<MadeRecording, "file" | "bytes">[],
): Uint8Array<ArrayBuffer> {
  const files = recordings.map(({ file, bytes }) => [`${split}/${file}`, bytes]);
  return Uint8Array.from(
    gzipSync(makeTar({ [`${split}/`]: "", ...Object.fromEntries(files) }), { level: 0 }),
  );
}

/** All files of a small FLEURS in its own layout, by path. */
export function fleursFiles(): Record<string, Uint8Array<ArrayBuffer>> {
  return Object.fromEntries(CONFIGS.flatMap((config, language) =>
    NAMES.flatMap((split) => {
      const recordings = madeSplit(split, language);
      return [
        [`data/${config}/${split}.tsv`, tsv(recordings)],
        [`data/${config}/audio/${split}.tar.gz`, archive(split, recordings)],
      ];
    })
  ));
}

/** A row of a Parquet file, whose sound and number may be missing. */
export type MadeRow = Omit<MadeRecording, "bytes" | "sentence"> & {
  bytes: Uint8Array | undefined;
  sentence: number | null;
};

/** A Parquet file as the Hub converts them, in row groups of so many rows. */
export function parquet(recordings: readonly MadeRow[], rowGroupSize = 4): Uint8Array<ArrayBuffer> {
  const column = <Value>(pick: (recording: MadeRow) => Value): Value[] => recordings.map(pick);
  const written = parquetWriteBuffer({
    rowGroupSize,
    schema: [
      { name: "root", num_children: 5 },
      { name: "id", type: "INT32", repetition_type: "OPTIONAL" },
      { name: "num_samples", type: "INT32", repetition_type: "OPTIONAL" },
      { name: "path", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" },
      { name: "audio", num_children: 2, repetition_type: "OPTIONAL" },
      { name: "bytes", type: "BYTE_ARRAY", repetition_type: "OPTIONAL" },
      { name: "path", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" },
      { name: "raw_transcription", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" },
    ],
    columnData: [
      { name: "id", data: column(({ sentence }) => sentence) },
      { name: "num_samples", data: column(({ bytes }) => ((bytes?.length ?? 44) - 44) / 2) },
      { name: "path", data: column(({ file }) => `somewhere/${file}`) }, // as the audio's own path, with folders
      { name: "audio", data: column(({ bytes, file }) => ({ bytes, path: file })) },
      { name: "raw_transcription", data: column(({ text }) => text) },
    ],
  });
  return Uint8Array.from(Buffer.from(written));
}

/** Writes files below a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, Uint8Array>>): void {
  for (const [path, bytes] of Object.entries(files)) {
    Deno.mkdirSync(dirname(join(folder, path)), { recursive: true });
    Deno.writeFileSync(join(folder, path), bytes);
  }
}
