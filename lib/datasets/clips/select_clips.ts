import { checkPlaces } from "./_check_places.ts";
import { checkEveryLanguage } from "./_every_language.ts";
import type { SpokenClip, SpokenClips } from "./spoken_clips.ts";

/** Options of {@linkcode selectClips}. */
export interface SelectClipsOptions {
  /** What the clips that are left out are counted as. */
  reason: string;
}

/**
 * Some of the clips, such as those with little noise. The sounds stay where they are; dispose of the first ones only.
 *
 * @param from clips
 * @param keep whether a clip is kept, by what is known of it and its place in `from.clips`
 * @param options the reason under which the others are counted
 * @returns the clips kept, in the same order
 * @throws {RangeError} when a language has no clip left
 * @example
 * ```ts
 * import { selectClips, spokenClips, standInSpeech } from "unroll/datasets/mod.ts";
 * using all = await spokenClips(await standInSpeech({ minutes: 1 }), { split: "train", duration: [4, 30] });
 * const clean = selectClips(all, ({ contrast }) => contrast > 12, { reason: "a spectral contrast of 12 or less" });
 * clean.clips.length <= all.clips.length; // true
 * ```
 */
export function selectClips(
  from: SpokenClips,
  keep: (clip: SpokenClip, place: number) => boolean,
  { reason }: SelectClipsOptions,
): SpokenClips {
  const places = [...from.clips.keys()].filter((place) => keep(from.clips[place]!, place));
  const clips = places.map((place) => from.clips[place]!), left = from.clips.length - clips.length;
  const skipped = new Map(from.skipped).set(reason, (from.skipped.get(reason) ?? 0) + left);
  checkEveryLanguage(from.languages, { clips, skipped, what: "the clips selected" });
  return {
    ...from,
    clips,
    skipped,
    read: (some) => {
      checkPlaces(some, places.length);
      return from.read(Array.from(some, (place) => places[place]!));
    },
    [Symbol.dispose]: () => {}, // the file is that of the first ones
  };
}
