import { join } from "node:path";
import {
  fleurs,
  type FleursOptions,
  type SpeechDataset,
  type Split,
  type SpokenRecording,
} from "../../lib/datasets/mod.ts";
import { fleursFiles, writeFiles } from "./_fleurs.ts";

/** Everything there is. */
export const ALL = { train: Infinity, validation: Infinity, test: Infinity };

/** The corpus in a mirror that holds these files. */
export async function mirrored(
  folder: string,
  files: Readonly<Record<string, Uint8Array>>,
  options: FleursOptions = {},
): Promise<SpeechDataset> {
  writeFiles(join(folder, "fleurs"), files);
  return await fleurs({
    recordingsPerLanguage: ALL,
    cache: join(folder, "cache"),
    mirrors: [folder],
    sources: ["cache", "mirror"],
    ...options,
  });
}

/** The recordings of a split. */
export async function all(corpus: SpeechDataset, split: Split): Promise<SpokenRecording[]> {
  return await Array.fromAsync(corpus.recordings(split));
}

/** The files of one language alone, with some of them replaced. */
export function spanish(replaced: Readonly<Record<string, Uint8Array>> = {}): Record<string, Uint8Array> {
  const files = Object.entries(fleursFiles()).filter(([path]) => path.includes("es_419"));
  return { ...Object.fromEntries(files), ...replaced };
}
