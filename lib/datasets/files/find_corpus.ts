import { join } from "node:path";
import { CorruptError, MissingError } from "../../core/mod.ts";
import { addressOf, byHand } from "./_by_hand.ts";
import { verify } from "./_verify.ts";
import type { Corpus, CorpusFile, Edition, Source } from "./corpus.ts";
import type { DatasetOptions } from "./dataset_options.ts";
import { download } from "./download.ts";
import { cacheFolder, forPeople, isFolder, mirrorFolders } from "./folders.ts";
import type { Found } from "./found.ts";

/**
 * Looks for a corpus: in the cache, in each mirror, at its official address, and where none has it says "stand-in". Every
 * file's size and checksum are verified; a damaged file is never passed over in silence.
 *
 * @param corpus what to look for
 * @param options where to look, progress
 * @returns the source, a sentence about it, and the absolute path of each file
 * @throws {CorruptError} when a file in the cache or in a mirror is damaged
 * @throws {MissingError} when no allowed source has the corpus
 * @example
 * ```ts
 * import { findCorpus, tinyShakespeareCorpus } from "unroll/datasets/mod.ts";
 * const { source, sourceNote } = await findCorpus(tinyShakespeareCorpus, { sources: ["cache", "stand-in"] });
 * ```
 */
export async function findCorpus(corpus: Corpus, options: DatasetOptions = {}): Promise<Found> {
  const { sources = ["cache", "mirror", "download", "stand-in"], cache = cacheFolder() } = options;
  const reasons: string[] = [];
  const search: Search = { corpus, options, sources, cache: join(cache, corpus.id), reasons };
  for (const source of STEPS.filter((step) => allows(search, step))) {
    const found = await LOOK[source](search);
    if (found) return { ...found, reasons };
  }
  const why = reasons.join("; ") || "no source was allowed";
  if (allows(search, "stand-in")) {
    return { source: "stand-in", sourceNote: standInNote(corpus, why), reasons, files: new Map() };
  }
  throw new MissingError(`Cannot load ${corpus.title} as ${sources.join(" or ")}: ${why}${remedy(search)}`);
}

interface Search {
  corpus: Corpus;
  options: DatasetOptions;
  sources: readonly Source[];
  cache: string;
  reasons: string[];
}

function allows({ sources }: Search, source: Source): boolean {
  return sources.includes(source);
}

const STEPS = ["cache", "mirror", "download"] as const;

type Look = (search: Search) => Promise<Omit<Found, "reasons"> | undefined>;

const LOOK: Record<Exclude<Source, "stand-in">, Look> = {
  cache: lookInCache,
  mirror: lookInMirrors,
  download: lookAtAddress,
};

/** What was looked at before the files were believed. */
function verified({ corpus }: Search, edition: Edition = corpus.editions.flat()): string {
  return edition.every(({ sha256 }) => sha256 !== undefined) ? "checksums verified" : "sizes verified";
}

async function lookInCache(search: Search): ReturnType<Look> {
  const files = await whole(search, search.cache);
  if (!files) return void search.reasons.push(`the cache ${forPeople(search.cache)} does not hold it`);
  return {
    source: "cache",
    sourceNote: `${search.corpus.title}, from the cache, ${verified(search)}.`,
    files,
  };
}

async function lookInMirrors(search: Search): ReturnType<Look> {
  const { mirrors = mirrorFolders() } = search.options;
  if (mirrors.length === 0) search.reasons.push("UNROLL_DATA names no mirror");
  for (const mirror of mirrors) {
    const files = await whole(search, join(mirror, search.corpus.id));
    const sourceNote = `${search.corpus.title}, from the mirror ${forPeople(mirror)}, ${verified(search)}.`;
    if (files) return { source: "mirror", sourceNote, files };
    search.reasons.push(
      `the mirror ${forPeople(mirror)} ${isFolder(mirror) ? "does not hold it" : "is no folder"}`,
    );
  }
  return undefined;
}

/** Downloads the first edition that can be had whole. */
async function lookAtAddress(search: Search): ReturnType<Look> {
  const editions = search.corpus.editions.filter((files) =>
    files.every((file) => addressOf(file) !== undefined)
  );
  if (editions.length === 0) return void search.reasons.push("it has no official address");
  const errors: Error[] = [];
  for (const edition of editions) {
    try {
      const files = await fetched(search, edition);
      search.reasons.push(...errors.map(({ message }) => message));
      return { source: "download", sourceNote: downloadNote(search, edition, errors), files };
    } catch (error) {
      if (!(error instanceof MissingError || error instanceof CorruptError)) throw error;
      errors.push(error);
    }
  }
  if (!allows(search, "stand-in")) throw errors[0];
  return void search.reasons.push(...errors.map(({ message }) => message));
}

async function fetched(search: Search, edition: Edition): Promise<Map<string, string>> {
  for (const file of edition) {
    await download(file, join(search.cache, file.path), downloadOptions(search, file));
  }
  return pathsOf(edition, search.cache);
}

function downloadNote(search: Search, edition: Edition, errors: readonly Error[]): string {
  const from = `${search.corpus.title}, downloaded from ${addressOf(edition[0]!)}`;
  const before = errors.map(({ message }) => ` Not the edition before it: ${message}.`);
  return `${from}, ${verified(search, edition)}.${before.join("")}`;
}

function downloadOptions({ corpus, options }: Search, file: CorpusFile) {
  const { onProgress, signal, patience } = options;
  return {
    signal,
    patience,
    onProgress: (received: number, total: number) =>
      onProgress?.({ id: corpus.id, path: file.path, received, total }),
  };
}

/** The paths of the first edition that is there as a whole, verified; nothing where none is. */
async function whole({ corpus, cache }: Search, folder: string): Promise<Map<string, string> | undefined> {
  for (const edition of corpus.editions) {
    const paths = pathsOf(edition, folder);
    const there = await Promise.all([...paths.values()].map(isFile));
    if (there.includes(false)) continue;
    for (const file of edition) await verify(file, paths.get(file.path)!, join(cache, ".verified"));
    return paths;
  }
  return undefined;
}

function pathsOf(edition: Edition, folder: string): Map<string, string> {
  return new Map(edition.map(({ path }) => [path, join(folder, path)]));
}

async function isFile(path: string): Promise<boolean> {
  return (await Deno.stat(path).catch(() => undefined))?.isFile ?? false;
}

function standInNote(corpus: Corpus, why: string): string {
  return `A stand-in made by this project's own code, not ${corpus.title}: ${why}.`;
}

function remedy({ corpus, cache }: Search): string {
  const commands = corpus.editions.flat().map((file) => byHand(file, join(cache, file.path)));
  const command = commands.find((one) => one !== undefined);
  return command ? `; run: ${command}` : `; copy its files there: mkdir -p '${cache}'`;
}
