import type { SpokenClip } from "./spoken_clips.ts";
import type { SpokenLanguage } from "../speech/speech_dataset.ts";

/** Throws where a language has no clip. */
export function checkEveryLanguage(
  languages: readonly SpokenLanguage[],
  { clips, skipped, what }: {
    clips: readonly SpokenClip[];
    skipped: ReadonlyMap<string, number>;
    what: string;
  },
): void {
  const missing = languages.filter((language) => !clips.some((clip) => clip.language === language));
  if (missing.length === 0) return;
  const reasons = [...skipped].map(([reason, count]) => `${reason}: ${count}`).join(", ") || "none is there";
  throw new RangeError(
    `Cannot use ${what} as clips of every language: none of ${missing.join(", ")} is left (${reasons})`,
  );
}
