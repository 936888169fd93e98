import { join, resolve } from "node:path";
import { MissingError } from "../../core/mod.ts";
import { byHand } from "./_by_hand.ts";
import { lookAtAddress } from "./_look_at_address.ts";
import { lookInCache, lookInMirrors } from "./_look_here.ts";
import { allows, type Search } from "./_search.ts";
import type { Corpus } from "./corpus.ts";
import type { DatasetOptions } from "./dataset_options.ts";
import { cacheFolder } from "./folders.ts";
import type { Found } from "./found.ts";

/**
 * Looks for a corpus: in the cache, in each mirror, at its official address, and where none has it says "stand-in". Every
 * file's size and checksum are verified; a damaged file is never passed over in silence.
 *
 * @param corpus what to look for
 * @param options where to look, progress
 * @returns the source, a sentence about it, why nothing better was there, and the absolute path of each file
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
  const search: Search = { corpus, options, sources, cache: resolve(cache, corpus.id), reasons };
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

const STEPS = ["cache", "mirror", "download"] as const;

const LOOK = { cache: lookInCache, mirror: lookInMirrors, download: lookAtAddress };

function standInNote(corpus: Corpus, why: string): string {
  return `A stand-in made by this project's own code, not ${corpus.title}: ${why}.`;
}

function remedy({ corpus, cache }: Search): string {
  const commands = corpus.editions.flat().map((file) => byHand(file, join(cache, file.path)));
  const command = commands.find((one) => one !== undefined);
  return command ? `; run: ${command}` : `; copy its files there: mkdir -p '${cache}'`;
}
