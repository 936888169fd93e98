import { parse } from "node:path";
import { readClip, realClips } from "./_real_clips.ts";
import { speechSampleFiles } from "./_speech_sample_files.ts";
import type { Corpus } from "../files/corpus.ts";
import type { CorpusOptions } from "../files/corpus_options.ts";
import type { RealClips } from "./real_clips.ts";
import type { SpokenLanguage, SpokenRecording } from "./speech_dataset.ts";

/** Where about a minute of real voices in each language is, and how it is recognised: clips out of four corpora. */
export const speechSamplesCorpus: Corpus = {
  id: "speech_samples",
  title: "Real voices, about a minute in each of four languages",
  origin:
    "clips of FLEURS, Common Voice, LibriSpeech and Multilingual LibriSpeech found in public repositories",
  licence: "CC BY 4.0; Common Voice: CC0",
  editions: [speechSampleFiles],
};

/** Options of {@linkcode speechSamples}. */
export type SpeechSamplesOptions = CorpusOptions;

/**
 * Loads 23 real clips in Spanish, French, English and Japanese, out of Opus, MP3, FLAC and WAV files: for a look at what a model
 * makes of real voices, not to train on (all are of the test split). There is no stand-in: where they aren't, `source` is "none" and
 * there are no recordings.
 *
 * @param options where to look; another corpus has files `<language>/<corpus>/<name>`
 * @returns the recordings, mono at 16 kHz, with their transcripts ("" where there is none), and where they are from
 * @throws {CorruptError} when a copy on this machine is damaged
 * @example
 * ```ts
 * import { speechSamples } from "unroll/datasets/mod.ts";
 * const { recordings, source } = await speechSamples();
 * recordings.filter(({ language }) => language === "es").length;
 * ```
 */
export function speechSamples(
  { corpus = speechSamplesCorpus, ...options }: SpeechSamplesOptions = {},
): Promise<RealClips<SpokenRecording>> {
  return realClips(corpus, options, async (files) => {
    const sounds = [...files].filter(([path]) => !TRANSCRIPT.test(path));
    return await Promise.all(sounds.map(async ([path, place]): Promise<SpokenRecording> => {
      const { name: id, dir } = parse(path), language = path.split("/")[0] as SpokenLanguage;
      const transcript = [...files].find(([other]) =>
        TRANSCRIPT.test(other) && parse(other).name === id && parse(other).dir === dir
      );
      const text = transcript ? (await Deno.readTextFile(transcript[1])).trim() : "";
      return { id, language, split: "test", sentence: id, text, ...await readClip(place) };
    }));
  });
}

const TRANSCRIPT = /\.(txt|lab)$/;
