import { join } from "node:path";
import { CorruptError, MissingError } from "../../core/mod.ts";
import { addressOf } from "./_by_hand.ts";
import { allows, type FoundThere, pathsOf, type Search, verified } from "./_search.ts";
import type { CorpusFile, Edition } from "./corpus.ts";
import { download, type DownloadOptions } from "./download.ts";

/** Downloads the first edition that can be had whole into the cache. */
export async function lookAtAddress(search: Search): Promise<FoundThere> {
  const editions = search.corpus.editions.filter((files) =>
    files.every((file) => addressOf(file) !== undefined)
  );
  if (editions.length === 0) return void search.reasons.push("it has no official address");
  const errors: Error[] = [];
  for (const edition of editions) {
    try {
      const files = await fetched(search, edition);
      search.reasons.push(...messages(errors));
      return { source: "download", sourceNote: noteOf(search, edition, errors), files };
    } catch (error) {
      if (!(error instanceof MissingError || error instanceof CorruptError)) throw error;
      errors.push(error);
    }
  }
  if (!allows(search, "stand-in")) throw errors[0];
  return void search.reasons.push(...messages(errors));
}

async function fetched(search: Search, edition: Edition): Promise<Map<string, string>> {
  for (const file of edition) {
    await download(file, join(search.cache, file.path), downloadOptions(search, file));
  }
  return pathsOf(edition, search.cache);
}

function downloadOptions({ corpus, options }: Search, file: CorpusFile): DownloadOptions {
  const { onProgress, signal, patience } = options;
  return {
    signal,
    patience,
    onProgress: (received, total) => onProgress?.({ id: corpus.id, path: file.path, received, total }),
  };
}

function noteOf({ corpus }: Search, edition: Edition, errors: readonly Error[]): string {
  const note = `${corpus.title}, downloaded from ${addressOf(edition[0]!)}, ${verified(edition)}.`;
  return [note, ...messages(errors).map((why) => `Not the edition before it: ${why}.`)].join(" ");
}

function messages(errors: readonly Error[]): string[] {
  return errors.map(({ message }) => message);
}
