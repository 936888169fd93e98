import { basename, dirname } from "node:path";
import type { CorpusFile } from "./corpus.ts";

/** The official place of a file, for people; nothing where it has none. */
export function addressOf({ url, npm }: CorpusFile): string | undefined {
  return url ?? (npm && `npm:${npm}`);
}

/** The command that gets a file by hand; nothing for a file without official place. */
export function byHand({ url, npm }: CorpusFile, target: string): string | undefined {
  if (url !== undefined) return `curl -fL --create-dirs -o '${target}' '${url}'`;
  if (npm === undefined) return undefined;
  const folder = dirname(target), packed = `${basename(npm.replace("@", "-"))}.tgz`;
  return `mkdir -p '${folder}' && npm pack ${npm} --pack-destination '${folder}' && ` +
    `tar -xzf '${folder}/${packed}' -C '${folder}' --strip-components 1`;
}
