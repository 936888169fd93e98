import { type Random, random } from "../../core/mod.ts";
import { pick } from "./_pick.ts";
import { BAD, DAYS, GOOD, NEUTRAL, OPINIONS, SUBJECTS } from "./_review_words.ts";
import type { Review } from "./review_dataset.ts";

/** Options of `standInReviews`. Their defaults were fixed before any model was trained on the reviews. */
export interface StandInReviewsOptions {
  /** Reviews in each of the two parts, half of them good. @default 25_000 */
  count?: number;
  /** Which reviews. @default 2011 */
  seed?: number;
}

/**
 * Writes film reviews: sentences that say nothing, opinions, and opinions that contradict the review's own. Often an opinion takes
 * back its contrary ("not dull at all"), so that single words are weak evidence and their order matters. They are a stand-in for
 * the IMDB reviews; every figure from them must be labelled.
 *
 * Counting single words (naive Bayes) is right on 50 to 80 % of the test part. The same options give the same reviews.
 *
 * @param options how many, which
 * @returns two parts, each first the bad ones, then the good ones
 * @throws {RangeError} when the count is not a positive even number
 * @example
 * ```ts
 * import { standInReviews } from "unroll/datasets/mod.ts";
 * standInReviews({ count: 10 }).train[9]!.label; // 1
 * ```
 */
export function standInReviews(
  { count = 25_000, seed = 2011 }: StandInReviewsOptions = {},
): { train: Review[]; test: Review[] } {
  if (!(Number.isInteger(count) && count > 0 && count % 2 === 0)) {
    throw new RangeError(`Cannot write reviews as a positive even number: ${count}`);
  }
  const part = (name: string): Review[] => {
    const chance = random(seed).fork(name);
    return Array.from({ length: count }, (_, i) => review(chance, i < count / 2 ? 0 : 1));
  };
  return { train: part("train"), test: part("test") };
}

/** Opinions that are the review's own; the others contradict it. */
const OWN = 0.8;

function review(chance: Random, label: 0 | 1): Review {
  const sentences = Array.from({ length: chance.integer(4, 14) }, () => {
    if (chance.next() < 0.4) return filled(chance, NEUTRAL, label);
    return filled(chance, OPINIONS, chance.next() < OWN ? label : 1 - label);
  });
  return {
    text: sentences.join(" "),
    label,
    rating: label === 1 ? chance.integer(7, 11) : chance.integer(1, 5),
  };
}

/** A sentence that says: good (1) or bad (0). */
function filled(chance: Random, patterns: readonly string[], opinion: number): string {
  const [yes, no] = opinion === 1 ? [GOOD, BAD] : [BAD, GOOD];
  const words: Record<string, readonly string[]> = {
    yes,
    no,
    subject: SUBJECTS,
    day: DAYS,
    number: ["2", "5", "90", "120"],
  };
  return pick(chance, patterns).replace(/<(\w+)>/g, (_, slot: string) => pick(chance, words[slot]!));
}
