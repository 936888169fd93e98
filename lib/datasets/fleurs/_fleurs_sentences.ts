import type { FleursPart } from "./_fleurs_part.ts";

const ORDER = ["train", "validation", "test"] as const;

/** The sentences of a part that a later split of its language has too: they are read there, so that no sentence is in two splits. */
export async function elsewhere(
  part: FleursPart,
  parts: readonly FleursPart[],
  sentences: (part: FleursPart) => Promise<Set<string>>,
): Promise<Set<string>> {
  const later = parts.filter(({ language, split }) =>
    language === part.language && ORDER.indexOf(split) > ORDER.indexOf(part.split)
  );
  const sets = await Promise.all(later.map(sentences));
  return new Set(sets.flatMap((set) => [...set]));
}
