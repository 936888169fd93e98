import { join } from "node:path";
import type { Corpus, Edition, Source } from "./corpus.ts";
import type { DatasetOptions } from "./dataset_options.ts";
import type { Found } from "./found.ts";

/** What is looked for, and where. */
export interface Search {
  corpus: Corpus;
  options: DatasetOptions;
  sources: readonly Source[];
  /** The corpus's own folder in the cache. */
  cache: string;
  /** Why it was not in the places so far. */
  reasons: string[];
}

/** What was found in one kind of place; where it is nothing, the reason went to `search.reasons`. */
export type FoundThere = Omit<Found, "reasons"> | undefined;

/** Whether a source may be used. */
export function allows({ sources }: Search, source: Source): boolean {
  return sources.includes(source);
}

/** Where an edition's files are below a folder, by their paths in the corpus. */
export function pathsOf(edition: Edition, folder: string): Map<string, string> {
  return new Map(edition.map(({ path }) => [path, join(folder, path)]));
}

/** What was looked at before the files were believed. */
export function verified(edition: Edition): string {
  return edition.every(({ sha256 }) => sha256 !== undefined) ? "checksums verified" : "sizes verified";
}
