/**
 * The voices that {@linkcode speakSentences} has: espeak-ng's own variants that sound like people and not like one another.
 * Each speaks every language, so that a voice says nothing about the language.
 */
export const speakingVoices = [
  ...["f1", "f2", "f3", "f4", "f5", "Alicia", "Andrea", "Annie", "anika", "aunty", "belinda", "grandma"],
  ...["linda", "shelby", "steph", "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "Alex", "Andy", "Denis"],
  ...["Gene", "Henrique", "Hugo", "Jacky", "Lee", "Mario", "Michael", "Mike", "Nguyen", "Reed", "adam"],
  ...["antonio", "boris", "david", "edward", "grandpa", "gustave", "ian", "john", "marcelo", "miguel"],
  ...["norbert", "pablo", "paul", "pedro", "quincy", "rob", "robert", "sandro", "travis", "victor"],
] as const;

/** One of the voices. */
export type SpeakingVoice = typeof speakingVoices[number];
