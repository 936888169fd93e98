import { parse } from "node:path";
import { readClip, realClips } from "./_real_clips.ts";
import type { Waveform } from "../../audio/mod.ts";
import type { Corpus } from "../files/corpus.ts";
import type { CorpusOptions } from "../files/corpus_options.ts";
import type { RealClips } from "./real_clips.ts";

/** Where three recordings of background noise are, and how they are recognised: the whole archive they are part of takes 2.3 GB. */
export const backgroundNoiseCorpus: Corpus = {
  id: "background_noise",
  title: "Background noise of Speech Commands, three recordings",
  origin: "Speech Commands, _background_noise_ (Warden 2018)",
  licence: "CC BY 4.0 (Speech Commands)",
  editions: [[
    {
      path: "doing_the_dishes.wav",
      bytes: 3_046_050,
      sha256: "0bd0e1871727560369c5bc59041713714e06e998fb2c75913c39eeba24f5f249",
    },
    {
      path: "pink_noise.wav",
      bytes: 1_920_190,
      sha256: "dd7d4cb7df1cad6845af16426090af617d21e4a3aae28776e568d811bb126363",
    },
    {
      path: "running_tap.wav",
      bytes: 1_957_166,
      sha256: "9df9e1144041d45e7c7a9294395ea507b68525e98446857508ecd8da035b10c2",
    },
  ]],
};

/** A recording of noise: its name, such as `running_tap`, and its sound, mono at 16 kHz. */
export interface NoiseRecording extends Waveform {
  /** Its name. */
  id: string;
}

/** Options of {@linkcode backgroundNoise}. */
export type BackgroundNoiseOptions = CorpusOptions;

/**
 * Loads one to one and a half minutes each of dishes being done, a running tap and pink noise, to mix with speech or to be taken for
 * silence. There is no stand-in: where they aren't, `source` is "none" and there are no recordings.
 *
 * @param options where to look
 * @returns the recordings and where they are from
 * @throws {CorruptError} when a copy on this machine is damaged
 * @example
 * ```ts
 * import { backgroundNoise } from "unroll/datasets/mod.ts";
 * const { recordings, source } = await backgroundNoise();
 * ```
 */
export function backgroundNoise(
  { corpus = backgroundNoiseCorpus, ...options }: BackgroundNoiseOptions = {},
): Promise<RealClips<NoiseRecording>> {
  return realClips(corpus, options, async (files) => {
    const paths = [...files.values()].sort();
    return await Promise.all(paths.map(async (path) => ({ id: parse(path).name, ...await readClip(path) })));
  });
}
