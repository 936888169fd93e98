import { join, resolve } from "node:path";
import { type FoundThere, pathsOf, type Search, verified } from "./_search.ts";
import { verify } from "./_verify.ts";
import type { Edition } from "./corpus.ts";
import { forPeople, isFolder, mirrorFolders } from "./folders.ts";

/** Looks in the cache. */
export async function lookInCache(search: Search): Promise<FoundThere> {
  const { corpus, cache, reasons } = search, whole = await wholeEdition(search, cache);
  if (!whole) return void reasons.push(`the cache ${forPeople(cache)} does not hold it`);
  const sourceNote = `${corpus.title}, from the cache, ${verified(whole.edition)}.`;
  return { source: "cache", sourceNote, files: whole.files };
}

/** Looks in one mirror after another. */
export async function lookInMirrors(search: Search): Promise<FoundThere> {
  const { corpus, options: { mirrors = mirrorFolders() }, reasons } = search;
  if (mirrors.length === 0) reasons.push("UNROLL_DATA names no mirror");
  for (const mirror of mirrors) {
    const whole = await wholeEdition(search, resolve(mirror, corpus.id)), name = forPeople(mirror);
    if (whole) {
      const sourceNote = `${corpus.title}, from the mirror ${name}, ${verified(whole.edition)}.`;
      return { source: "mirror", sourceNote, files: whole.files };
    }
    reasons.push(`the mirror ${name} ${isFolder(mirror) ? "does not hold it" : "is no folder"}`);
  }
  return undefined;
}

/** The first edition that is there as a whole, verified; nothing where none is. */
async function wholeEdition(
  { corpus, cache }: Search,
  folder: string,
): Promise<{ edition: Edition; files: Map<string, string> } | undefined> {
  for (const edition of corpus.editions) {
    const files = pathsOf(edition, folder);
    const there = await Promise.all([...files.values()].map(isFile));
    if (there.includes(false)) continue;
    for (const file of edition) await verify(file, files.get(file.path)!, join(cache, ".verified"));
    return { edition, files };
  }
  return undefined;
}

async function isFile(path: string): Promise<boolean> {
  return (await Deno.stat(path).catch(() => undefined))?.isFile ?? false;
}
