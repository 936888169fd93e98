import { parse } from "node:path";
import { within } from "./_check_segments.ts";
import { readClip, realClips } from "../speech/_real_clips.ts";
import type { Corpus } from "../files/corpus.ts";
import type { CorpusOptions } from "../files/corpus_options.ts";
import { readRttm } from "./read_rttm.ts";
import { readUem } from "./read_uem.ts";
import type { RealClips } from "../speech/real_clips.ts";
import type { VoiceActivityRecording } from "./voice_activity_recording.ts";

/** Where four half minutes of meetings are, and how they are recognised: no official address has them in this form. */
export const amiVadCorpus: Corpus = {
  id: "ami_vad",
  title: "AMI meetings, four clips of 30 s",
  origin: "AMI meeting corpus (Carletta 2007), the clips of pyannote.audio's tutorials",
  licence: "CC BY 4.0 (AMI meeting corpus)",
  editions: [[
    {
      path: "train.rttm",
      bytes: 1_292,
      sha256: "db0abd5740d2592cfe0ae28197e93c3f31254cdbb2c17ac9fed0dfcbf18fcbeb",
    },
    {
      path: "train.uem",
      bytes: 88,
      sha256: "aeadcec287b502a5484b843fe9db307b3f076b79ad39a6a0339855ba7e95db07",
    },
    ...[
      "2b0ac2846b90199cf0fdaef0c38c26e965651f2fee29e7af13a30a5b84218142",
      "b5e8d91105604d25cb05cc3840d015d88bd6689a2acba35506dd0d7dcb00668a",
      "2e4ce968332e68cac5ed74cd00f96b63ed6c034667583be34a32a7c2aa260803",
      "d12d132a6d4788f85efaa8e18563e575746e6a6fcc928e919c7c0e6a3e0238b2",
    ].map((sha256, i) => ({ path: `trn0${i}.wav`, bytes: 1_920_062, sha256 })),
  ]],
};

/** Options of {@linkcode amiVad}. */
export type AmiVadOptions = CorpusOptions;

/**
 * Loads two minutes of real meetings with where somebody speaks and the regions that are judged: something to test voice activity
 * detectors on, never to train them. There is no stand-in: where they aren't, `source` is "none" and there are no recordings.
 *
 * @param options where to look; another corpus has sound files, one RTTM and one UEM
 * @returns the recordings at 16 kHz with their segments, speakers joined, and where they are from
 * @throws {CorruptError} when a copy on this machine is damaged
 * @throws {RangeError} when labels are longer than their recording
 * @example
 * ```ts
 * import { amiVad } from "unroll/datasets/mod.ts";
 * const { recordings, sourceNote } = await amiVad();
 * recordings.map(({ id, segments }) => [id, segments.length]);
 * ```
 */
export function amiVad(
  { corpus = amiVadCorpus, ...options }: AmiVadOptions = {},
): Promise<RealClips<VoiceActivityRecording>> {
  return realClips(corpus, options, async (files) => {
    const paths = [...files.values()];
    const [rttm, uem] = [".rttm", ".uem"].map((ending) => paths.find((path) => path.endsWith(ending))!);
    const speech = await readRttm(rttm!), regions = await readUem(uem!);
    const sounds = paths.filter((path) => path !== rttm && path !== uem).sort();
    return await Promise.all(sounds.map(async (path): Promise<VoiceActivityRecording> => {
      const sound = await readClip(path), id = parse(path).name;
      const seconds = sound.samples.length / sound.sampleRate, whole = [{ start: 0, end: seconds }];
      const segments = within(speech.get(id) ?? [], { seconds, labels: rttm!, recording: id });
      const evaluated = within(regions.get(id) ?? whole, { seconds, labels: uem!, recording: id });
      return { id, ...sound, segments, evaluated };
    }));
  });
}
