import { join } from "node:path";
import { CorruptError, MissingError } from "../../core/mod.ts";
import { archivePaths, findPart, type FleursPart, type Wanted } from "./_fleurs_part.ts";
import { takeParts } from "./_fleurs_take.ts";
import type { Source } from "../files/corpus.ts";
import type { DatasetOptions } from "../files/dataset_options.ts";
import { cacheFolder, forPeople, isFolder, mirrorFolders } from "../files/folders.ts";

/** What was found, and a sentence about it. */
export interface FleursFound {
  source: Exclude<Source, "stand-in">;
  sourceNote: string;
  parts: readonly FleursPart[];
}

/** Where to look. */
export interface FleursSearch extends DatasetOptions {
  /** What the folder in caches and mirrors is called. */
  id: string;
  /** What the corpus is called. */
  title: string;
  /** The address of the folder that holds `data`. */
  address: string;
}

const STEPS = ["cache", "mirror", "download"] as const;

/** Looks for all parts in one place after another; where none has them all, the reasons. */
export async function findFleurs(
  wanted: readonly Wanted[],
  search: FleursSearch,
): Promise<FleursFound | string[]> {
  const { sources = STEPS } = search, reasons: string[] = [];
  for (const step of STEPS.filter((one) => sources.includes(one))) {
    const found = await LOOK[step](wanted, search, reasons);
    if (found) return { ...found, source: step };
  }
  return reasons;
}

type Look = (
  wanted: readonly Wanted[],
  search: FleursSearch,
  reasons: string[],
) => Promise<Omit<FleursFound, "source"> | undefined>;

const LOOK: Record<(typeof STEPS)[number], Look> = {
  async cache(wanted, search, reasons) {
    const folder = corpusFolder(search), parts = await allParts(folder, wanted, search);
    if (!Array.isArray(parts)) {
      return void reasons.push(`the cache ${forPeople(folder)} lacks ${missing(parts)}`);
    }
    return { parts, sourceNote: `${search.title}, from the cache, ${state(parts)}.` };
  },
  async mirror(wanted, search, reasons) {
    const { mirrors = mirrorFolders() } = search;
    if (mirrors.length === 0) reasons.push("UNROLL_DATA names no mirror");
    for (const mirror of mirrors) {
      const parts = await allParts(join(mirror, search.id), wanted, search);
      const sourceNote = `${search.title}, from the mirror ${forPeople(mirror)}, `;
      if (Array.isArray(parts)) return { parts, sourceNote: `${sourceNote}${state(parts)}.` };
      const why = isFolder(mirror) ? `lacks ${missing(parts)}` : "is no folder";
      reasons.push(`the mirror ${forPeople(mirror)} ${why}`);
    }
    return undefined;
  },
  async download(wanted, search, reasons) {
    const { address, title, signal, patience, onProgress, id } = search, folder = corpusFolder(search);
    try {
      const parts = await takeParts(wanted, {
        address,
        folder,
        signal,
        patience,
        onProgress: (path, received, total) => onProgress?.({ id, path, received, total }),
      });
      return { parts, sourceNote: `${title}, downloaded from ${address}, ${state(parts)}.` };
    } catch (error) {
      const known = error instanceof MissingError ||
        error instanceof CorruptError && search.sources?.includes("stand-in");
      if (!known) throw error;
      return void reasons.push(error.message);
    }
  },
};

function corpusFolder({ cache = cacheFolder(), id }: FleursSearch): string {
  return join(cache, id);
}

/** All parts of a folder, or the first that is missing. */
async function allParts(
  folder: string,
  wanted: readonly Wanted[],
  search: FleursSearch,
): Promise<FleursPart[] | Wanted> {
  const parts: FleursPart[] = [], stamps = join(corpusFolder(search), ".verified");
  for (const one of wanted) {
    const part = await findPart(folder, one, stamps);
    if (!part) return one;
    parts.push(part);
  }
  return parts;
}

function missing(wanted: Wanted): string {
  return wanted.recordings === Infinity
    ? archivePaths(wanted).archive
    : `${wanted.recordings} recordings of ${archivePaths(wanted).archive}`;
}

/** What is known of the files' checksums. */
function state(parts: readonly FleursPart[]): string {
  if (!parts.every(({ verified }) => verified)) {
    return "without checksums: none are recorded beside its files";
  }
  const begun = parts.some(({ files }) => files.some((file) => file.endsWith(".part")));
  return begun ? "its archives' beginnings, as they arrived, checksums verified" : "checksums verified";
}
