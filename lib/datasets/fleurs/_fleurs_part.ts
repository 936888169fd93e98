import { join } from "node:path";
import { rememberedSha256 } from "../files/_checksum.ts";
import { fits } from "../files/_published.ts";
import { knownChecksum, readTaken } from "../files/_taken.ts";
import { CorruptError } from "../../core/mod.ts";
import type { Split, SpokenLanguage } from "../speech/speech_dataset.ts";

/** What the corpus calls the languages: Spanish is that of Latin America. */
export const FLEURS_LANGUAGES: Readonly<Record<SpokenLanguage, string>> = {
  es: "es_419",
  fr: "fr_fr",
  en: "en_us",
  ja: "ja_jp",
};

/** What the corpus calls the splits: in the names of archives first. */
export const FLEURS_SPLITS: Readonly<Record<Split, readonly [string, ...string[]]>> = {
  train: ["train"],
  validation: ["dev", "validation"],
  test: ["test"],
};

/** One language's split, where it was found. */
export interface FleursPart {
  language: SpokenLanguage;
  split: Split;
  /** The table of an archive; none where the part is of Parquet files, which hold theirs. */
  table?: string;
  /** The archive, or the beginning of it that was taken (`.part`); or the Parquet files in order. */
  files: readonly string[];
  /** Whether each file's checksum was known and is right. */
  verified: boolean;
}

/** Which part is meant, and how much of it is needed. */
export interface Wanted {
  language: SpokenLanguage;
  split: Split;
  /** Recordings; Infinity for all. */
  recordings: number;
}

/** The paths of a part in the corpus's own layout. */
export function archivePaths({ language, split }: Pick<Wanted, "language" | "split">): {
  table: string;
  archive: string;
} {
  const folder = `data/${FLEURS_LANGUAGES[language]}`, [name] = FLEURS_SPLITS[split];
  return { table: `${folder}/${name}.tsv`, archive: `${folder}/audio/${name}.tar.gz` };
}

/** Looks for a part below a folder: an archive with its table, the beginning of one that is long enough, or Parquet files. */
export async function findPart(
  root: string,
  wanted: Wanted,
  stamps: string,
): Promise<FleursPart | undefined> {
  const { language, split } = wanted, paths = archivePaths(wanted);
  const table = join(root, paths.table), whole = join(root, paths.archive), part = `${whole}.part`;
  if (await isFile(table)) {
    const archive = await isFile(whole) ? whole : await holds(part, wanted) ? part : undefined;
    if (archive) return await checked(root, stamps, { language, split, table, files: [archive] });
  }
  const files = await parquetFiles(root, wanted);
  return files.length > 0 ? await checked(root, stamps, { language, split, files }) : undefined;
}

/** Whether the beginning of an archive has the recordings that are wanted, as was counted when it was taken. */
async function holds(part: string, { recordings }: Wanted): Promise<boolean> {
  const record = await readTaken(part), size = (await Deno.stat(part).catch(() => undefined))?.size;
  return record !== undefined && size === record.taken && (record.recordings ?? 0) >= recordings;
}

/** The Parquet files of a part: `parquet-data/es_419/train-….parquet`, or as the Hub converts them, `es_419/train/0000.parquet`. */
async function parquetFiles(root: string, { language, split }: Wanted): Promise<string[]> {
  const config = FLEURS_LANGUAGES[language], names = FLEURS_SPLITS[split];
  for (const folder of [join(root, "parquet-data", config), join(root, config)]) {
    const flat = (await list(folder)).filter((file) =>
      names.some((name) => new RegExp(`(^|-)${name}(-\\d+-of-\\d+)?\\.parquet$`).test(file))
    );
    if (flat.length > 0) return flat.map((file) => join(folder, file));
    for (const name of names) {
      const files = await list(join(folder, name));
      if (files.length > 0) return files.map((file) => join(folder, name, file));
    }
  }
  return [];
}

async function list(folder: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder)).catch(() => []);
  return entries.map(({ name }) => name).filter((name) => name.endsWith(".parquet")).sort();
}

/** The part, its files compared with the checksums that are recorded beside them. */
async function checked(
  root: string,
  stamps: string,
  part: Omit<FleursPart, "verified">,
): Promise<FleursPart> {
  let verified = true;
  for (const path of part.table === undefined ? part.files : [part.table, ...part.files]) {
    const known = path.endsWith(".part") ? (await readTaken(path))?.sha256 : await knownChecksum(root, path);
    if (known === undefined) verified = false;
    else await compare(path, known, stamps);
  }
  return { ...part, verified };
}

async function isFile(path: string): Promise<boolean> {
  return (await Deno.stat(path).catch(() => undefined))?.isFile ?? false;
}

async function compare(path: string, known: string, stamps: string): Promise<void> {
  const right = known.length === 64
    ? await rememberedSha256(path, stamps) === known
    : await fits({ etag: known, bytes: (await Deno.stat(path)).size }, path);
  if (right) return;
  throw new CorruptError(
    `Cannot use ${path} as of checksum ${known}: it has another; remove it and run again: rm '${path}'`,
  );
}
