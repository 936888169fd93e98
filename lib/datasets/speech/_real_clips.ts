import { readAudio, resample, type Waveform } from "../../audio/mod.ts";
import { MissingError } from "../../core/mod.ts";
import type { Corpus } from "../files/corpus.ts";
import type { DatasetOptions } from "../files/dataset_options.ts";
import { findCorpus } from "../files/find_corpus.ts";
import type { RealClips } from "./real_clips.ts";

/** The clips of a corpus that has no stand-in: read from its files, or none with the reason. */
export async function realClips<Clip>(
  corpus: Corpus,
  options: DatasetOptions,
  read: (files: ReadonlyMap<string, string>) => Promise<Clip[]>,
): Promise<RealClips<Clip>> {
  const { id, title, licence } = corpus;
  const { sources = ["cache", "mirror", "download"] } = options;
  try {
    const real = sources.filter((source) => source !== "stand-in");
    const { source, sourceNote, files } = await findCorpus(corpus, { ...options, sources: real });
    return { id, title, source, sourceNote, licence, recordings: await read(files) };
  } catch (error) {
    if (!(error instanceof MissingError)) throw error;
    return { id, title, source: "none", sourceNote: `Not here: ${error.message}`, licence, recordings: [] };
  }
}

/** What the corpora's waveforms are brought to (Hz). */
export const SAMPLE_RATE = 16_000;

/** A file's sound, mono, at 16 kHz. */
export async function readClip(path: string): Promise<Waveform> {
  return resample(await readAudio(path), SAMPLE_RATE);
}
