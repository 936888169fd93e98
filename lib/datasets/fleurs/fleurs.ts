import { join } from "node:path";
import { CorruptError, MissingError } from "../../core/mod.ts";
import { archiveRecordings, archiveSentences } from "./_fleurs_archive.ts";
import { findFleurs, type FleursFound } from "./_fleurs_find.ts";
import { parquetRecordings, parquetSentences } from "./_fleurs_parquet.ts";
import { FLEURS_LANGUAGES, type FleursPart, type Wanted } from "./_fleurs_part.ts";
import { elsewhere } from "./_fleurs_sentences.ts";
import { Skipped } from "./_skipped.ts";
import type { DatasetOptions } from "../files/dataset_options.ts";
import { cacheFolder } from "../files/folders.ts";
import { standInSpeech, type StandInSpeechOptions } from "../spoken_stand_in/stand_in_speech.ts";
import type { SpeechDataset, Split, SpokenLanguage, SpokenRecording } from "../speech/speech_dataset.ts";

/** Options of {@linkcode fleurs}. Its repository is given up after 5 seconds without a first answer, unless `patience` says otherwise. */
export interface FleursOptions extends DatasetOptions {
  /** The languages. @default ["es", "fr", "en", "ja"] */
  languages?: readonly SpokenLanguage[];
  /**
   * How many recordings of each language a split has: those that its archive begins with, so that only so much of it is downloaded (about
   * half a megabyte each, 300 MB by default); Infinity for all, about 2 GB a language.
   * @default { train: 100, validation: 25, test: 25 }
   */
  recordingsPerLanguage?: Readonly<Record<Split, number>>;
  /** The address of the folder that holds `data`. @default the Hugging Face Hub's google/fleurs */
  address?: string;
  /** How much is spoken where a stand-in takes the corpus's place, and how. @default the defaults of standInSpeech */
  standIn?: Omit<StandInSpeechOptions, "cache">;
}

const ID = "fleurs", TITLE = "FLEURS", LICENCE = "CC BY 4.0";
const ADDRESS = "https://huggingface.co/datasets/google/fleurs/resolve/main";
const SPLITS = ["train", "validation", "test"] as const;

/**
 * Loads FLEURS (Conneau et al. 2022), read sentences of FLORES in Latin American Spanish, French, American English and Japanese; study
 * 000's first problem is about it. Archives (`data/es_419/audio/train.tar.gz` with `data/es_419/train.tsv`) or Parquet files
 * (`parquet-data/es_419/train-….parquet`) of a cache or mirror are read; from the official address the beginnings of the archives
 * are taken, and a later call that wants more goes on from there.
 *
 * The splits are the corpus's own. Several people read each sentence, and who they are isn't published; a sentence that is in more than
 * one split is left to the last of them and counted in `skipped`. So are files without row, rows without file, and damaged sounds.
 *
 * A file of the official address is compared with the checksum that its repository publishes once it is whole; of a beginning the checksum
 * is recorded as it arrives, and later calls compare with that. Files of a mirror are compared where a checksum lies beside them.
 *
 * Where it is nowhere, `standInSpeech` takes its place: sentences that are spoken on this machine, labelled as a stand-in.
 *
 * @param options languages, how much of them, where to look, progress
 * @returns the recordings at 16 kHz, read one after another: what is in memory is one recording, or a row group of Parquet
 * @throws {CorruptError} when a copy on this machine is damaged, a path in it leads out of its folder, or (while it is read) no recording
 * of a language and split is left
 * @throws {MissingError} when no allowed source has it, or the stand-in has to be made and espeak-ng is not installed
 * @throws {RangeError} when there is no language, or a number of recordings isn't a whole number from 1 or Infinity
 * @example
 * ```ts ignore
 * import { fleurs } from "unroll/datasets/mod.ts";
 * const corpus = await fleurs({ languages: ["es", "ja"], recordingsPerLanguage: { train: 10, validation: 2, test: 2 } });
 * for await (const { language, text, samples } of corpus.recordings("train")) language;
 * ```
 */
export async function fleurs(options: FleursOptions = {}): Promise<SpeechDataset> {
  const { sources = ["cache", "mirror", "download", "stand-in"], address = ADDRESS } = options;
  const wanted = wantedParts(options);
  const found = await findFleurs(wanted, { ...options, sources, address, id: ID, title: TITLE });
  if (!Array.isArray(found)) return dataset(found, wanted);
  const why = found.join("; ") || "no source was allowed";
  if (sources.includes("stand-in")) return await standIn(options, why);
  throw new MissingError(
    `Cannot load ${TITLE} as ${sources.join(" or ")}: ${why}; get it by hand: ${byHand(wanted, options)}`,
  );
}

/** The Hub's own client leaves checksums beside the files, which are looked for. */
function byHand(wanted: readonly Wanted[], { cache = cacheFolder() }: FleursOptions): string {
  const folders = new Set(wanted.map(({ language }) => `--include 'data/${FLEURS_LANGUAGES[language]}/*'`));
  return `hf download google/fleurs --repo-type dataset ${[...folders].join(" ")} --local-dir '${
    join(cache, ID)
  }'`;
}

/** The stand-in, in the languages asked for. */
async function standIn({ cache, languages, standIn }: FleursOptions, why: string): Promise<SpeechDataset> {
  const spoken = await standInSpeech({ ...standIn, cache });
  const wanted = languages ?? spoken.languages;
  return {
    ...spoken,
    sourceNote: `${spoken.sourceNote} ${TITLE} itself: ${why}.`,
    languages: [...new Set(wanted)],
    async *recordings(split) {
      for await (const one of spoken.recordings(split)) if (wanted.includes(one.language)) yield one;
    },
  };
}

function wantedParts({
  languages = ["es", "fr", "en", "ja"],
  recordingsPerLanguage = { train: 100, validation: 25, test: 25 },
}: FleursOptions): Wanted[] {
  if (languages.length === 0 || languages.some((language) => !(language in FLEURS_LANGUAGES))) {
    throw new RangeError(`Cannot load ${TITLE} as languages among es, fr, en, ja: ${languages.join(", ")}`);
  }
  return [...new Set(languages)].flatMap((language) =>
    SPLITS.map((split) => ({ language, split, recordings: countOf(recordingsPerLanguage[split]) }))
  );
}

function countOf(recordings: number): number {
  if (recordings === Infinity || Number.isInteger(recordings) && recordings > 0) return recordings;
  throw new RangeError(`Cannot take recordings as a whole number from 1, or Infinity: ${recordings}`);
}

function dataset({ parts, source, sourceNote }: FleursFound, wanted: readonly Wanted[]): SpeechDataset {
  const skipped = new Skipped(), sentences = new Map<FleursPart, Promise<Set<string>>>();
  const sentencesOf = (part: FleursPart): Promise<Set<string>> => {
    const known = sentences.get(part) ??
      (part.table === undefined ? parquetSentences(part) : archiveSentences(part, skipped));
    sentences.set(part, known);
    return known;
  };
  async function* recordings(split: Split): AsyncGenerator<SpokenRecording> {
    for (const [i, part] of parts.entries()) {
      if (part.split !== split) continue;
      const later = await elsewhere(part, parts, sentencesOf);
      const read = part.table === undefined ? parquetRecordings : archiveRecordings;
      let given = 0;
      for await (const one of read(part, { elsewhere: later, limit: wanted[i]!.recordings, skipped })) {
        given++;
        yield one;
      }
      if (given === 0) throw nothing(part, skipped);
    }
  }
  const languages = [...new Set(parts.map(({ language }) => language))];
  return {
    id: ID,
    title: TITLE,
    source,
    sourceNote,
    licence: LICENCE,
    languages,
    recordings,
    skipped: skipped.counts,
  };
}

/** Nothing is left of a part. */
function nothing({ files, language, split }: FleursPart, { counts }: Skipped): CorruptError {
  const reasons = [...counts].map(([reason, count]) => `${reason}: ${count}`).join(", ") || "it is empty";
  return new CorruptError(
    `Cannot use ${files.join(", ")} as recordings of ${language}, ${split}: none is left (${reasons}); ` +
      `remove it and run again: rm '${files[0]}'`,
  );
}
