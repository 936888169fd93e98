import type { Random } from "../../core/mod.ts";
import { capitalised } from "./_capitalised.ts";
import { pick } from "./_pick.ts";
import { PLACES, VERBS } from "./_play_words.ts";

/** What a scene is made of; its words come back, as the things that a scene is about do. */
export interface Scene {
  chance: Random;
  cast: readonly string[];
  nouns: readonly string[];
  adjectives: readonly string[];
}

/** One sentence of a scene by one of its cast. */
export function sentence(scene: Scene, speaker: string): string {
  const pattern = pick(scene.chance, PATTERNS);
  const filled = pattern.replace(/<(\w+)>/g, (_, slot: string) => FILL[slot]!(scene, speaker));
  return capitalised(filled.replace(/\ba (?=[aeiou])/g, "an "));
}

/** Patterns: <thing>, <noun>, <adjective>, <do>, <does>, <done>, <place>, <name>, <my>. */
const PATTERNS: readonly string[] = [
  "I <do> <my> <noun>, and <thing> <does> me.",
  "<name>, <do> <thing> <place>.",
  "O <adjective> <noun>! who hath <done> <my> <noun>?",
  "<thing> <does> <thing>; so shall I <do> thee <place>.",
  "What, is <thing> <done>? Then <do> <my> <noun>, <name>.",
  "If <thing> be <adjective>, <thing> is not <adjective>.",
  "Thou hast <done> <my> <noun>, <name>, and I'll <do> thine.",
  "Nay, 'tis <thing> that <does> us <place>.",
  "My lord, <thing> is <done> <place>!",
  "Come, <do> me <my> <noun>; let us <do> <thing>.",
  "There was a <noun> that <does> no <noun>: I have <done> it.",
  "How <adjective> is <thing> that would <do> <thing> <place>?",
  "We <do> the <noun>--and the <noun> <does> us.",
  "Speak not of <thing>, <name>: it is <adjective>.",
  "Where <thing> <does>, there must <thing> <do>.",
  "Ay, <adjective> and <adjective> as <my> <noun>.",
  "No, by <thing>, I will not <do> it <place>.",
  "He that <does> <thing> shall <do> <thing>.",
  "Go to, go to! <thing> is <adjective>, and the <noun> quite <done>.",
  "Good <name>, what <noun> is this?",
];

const FILL: Record<string, (scene: Scene, speaker: string) => string> = {
  noun: ({ chance, nouns }) => pick(chance, nouns),
  adjective: ({ chance, adjectives }) => pick(chance, adjectives),
  thing: (scene) => {
    const described = scene.chance.next() < 0.4 ? `${pick(scene.chance, scene.adjectives)} ` : "";
    return `${owner(scene.chance)} ${described}${pick(scene.chance, scene.nouns)}`;
  },
  my: ({ chance }) => owner(chance),
  do: ({ chance }) => pick(chance, VERBS)[0],
  does: ({ chance }) => pick(chance, VERBS)[1],
  done: ({ chance }) => pick(chance, VERBS)[2],
  place: ({ chance }) => pick(chance, PLACES),
  name: ({ cast, chance }, speaker) => spoken(pick(chance, cast.filter((name) => name !== speaker))),
};

const OWNERS = ["the", "my", "thy", "a", "his", "this", "your", "our", "her", "that", "no"];

function owner(chance: Random): string {
  return pick(chance, OWNERS);
}

/** DUKE ORMAND is called Ormand to his face: the last word, with one capital. */
function spoken(name: string): string {
  const last = name.split(" ").at(-1)!;
  return last.charAt(0) + last.slice(1).toLowerCase();
}
