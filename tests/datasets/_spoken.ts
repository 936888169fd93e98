import assert from "node:assert/strict";
import { random } from "../../lib/core/mod.ts";
import {
  type SpeechDataset,
  type SpokenClips,
  spokenClips,
  type SpokenRecording,
} from "../../lib/datasets/mod.ts";

/** A recording of noise. */
export function recording(part: Partial<SpokenRecording> & { seconds?: number }): SpokenRecording {
  const { seconds = 9, sampleRate = 16_000, language = "es" } = part, draw = random(seconds);
  return {
    ...{ id: `${language}-${seconds}`, language, sampleRate, split: "train", sentence: "1", text: "" },
    samples: Float32Array.from({ length: Math.round(seconds * sampleRate) }, () => 0.3 * draw.normal()),
    ...part,
  };
}

export function corpus(
  recordings: SpokenRecording[],
  languages: SpeechDataset["languages"] = ["es"],
): SpeechDataset {
  return {
    ...{
      id: "test",
      title: "a test",
      source: "stand-in",
      sourceNote: "",
      licence: "none",
      skipped: new Map(),
    },
    languages,
    async *recordings() {
      yield* recordings;
    },
  };
}

export async function cut(
  recordings: SpokenRecording[],
  languages?: SpeechDataset["languages"],
): Promise<SpokenClips> {
  const cache = await Deno.makeTempDir();
  const clips = await spokenClips(corpus(recordings, languages), { split: "train", cache });
  assert.deepEqual([...Deno.readDirSync(cache)], [], "the file of the clips has no name");
  await Deno.remove(cache);
  return clips;
}
