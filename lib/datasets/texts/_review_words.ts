/**
 * Words of the stand-in reviews, commonest first; the project's own choice.
 *
 * @module
 */
import { wordList } from "./_word_list.ts";

/** What praises. */
export const GOOD = wordList(`
good great fine lovely clever funny moving bright strong warm fresh gripping honest charming subtle brilliant wise
graceful tender thrilling vivid rich splendid witty superb`);

/** What blames. */
export const BAD = wordList(`
bad poor dull weak silly slow flat boring cheap awful empty lazy clumsy tired loud hollow stale painful messy shallow
wooden dreary tedious dreadful lifeless`);

/** What is praised or blamed. */
export const SUBJECTS = wordList(`
film story plot acting ending script music camera dialogue director cast pace humour sound editing hero villain scenery
opening romance chase lighting costume mystery sequel`);

/** Sentences that say nothing of the opinion. */
export const NEUTRAL: readonly string[] = [
  "I saw the <subject> with a friend on a <day>.",
  "The <subject> takes place in a small town by the sea.",
  "It runs for about <number> minutes.",
  "First comes the <subject>, then the <subject>.",
  "My brother talked about the <subject> every <day>.",
  "You may know the <subject> from the book.",
  "The same people made it <number> years ago.",
  "They show the <subject> twice.",
];

/** Sentences with an opinion: <yes> is a word that says it, <no> is one that says the contrary and is taken back. */
export const OPINIONS: readonly string[] = [
  "The <subject> is <yes>.",
  "I found the <subject> <yes> and the <subject> <yes>.",
  "This is a <yes> <subject>.",
  "All in all it felt <yes>.",
  "The <subject> was <yes>, as always.",
  "The <subject> is not <no> at all.",
  "I would never call the <subject> <no>.",
  "Nothing about the <subject> is <no>.",
  "Some say the <subject> is <no>, but it is <yes>.",
  "Hardly a <no> <subject>.",
];

export const DAYS = wordList("monday friday saturday sunday evening morning night");
