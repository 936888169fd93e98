/** What was seen under a condition: the condition as text, and the outcome. */
export type Conditioned<Outcome> = readonly [condition: string, outcome: Outcome];

/** How often each outcome came under each condition. */
export interface ConditionalFrequencies<Outcome> {
  /** The pairs that were counted. */
  readonly total: number;
  /** Nats an outcome, when its condition is known: the mean of -ln p(outcome | condition) over the counted pairs. */
  readonly entropy: number;
  /** The likeliest outcome, the first seen of equals; nothing under a condition that was never seen. */
  mostFrequent(condition: string): Outcome | undefined;
  /** The share of pairs, from 0 to 1, whose outcome is the likeliest; a condition that was never seen is wrong. */
  accuracy(pairs: Iterable<Conditioned<Outcome>>): number;
}

/**
 * Counts outcomes under conditions: with the words before as the condition, a table that knows a text by heart.
 *
 * @param pairs conditions and outcomes, in any order
 * @returns the table
 * @throws {RangeError} when there is no pair, here or for an accuracy
 * @see NLTK's ConditionalFreqDist
 * @example
 * ```ts
 * import { conditionalFrequencies } from "unroll/text/mod.ts";
 * const table = conditionalFrequencies([["to", "be"], ["to", "be"], ["to", "do"]]);
 * table.mostFrequent("to"); // "be"
 * ```
 */
export function conditionalFrequencies<Outcome>(
  pairs: Iterable<Conditioned<Outcome>>,
): ConditionalFrequencies<Outcome> {
  const counts = countByCondition(pairs);
  const likeliest = new Map<string, Outcome>();
  let total = 0, nats = 0;
  for (const [condition, outcomes] of counts) {
    likeliest.set(condition, highest(outcomes));
    const sum = outcomes.values().reduce((sum, count) => sum + count);
    for (const count of outcomes.values()) nats -= count * Math.log(count / sum);
    total += sum;
  }
  if (total === 0) throw noPairs("count");
  return {
    total,
    entropy: nats / total,
    mostFrequent: (condition) => likeliest.get(condition),
    accuracy: (asked) => shareRight(likeliest, asked),
  };
}

function countByCondition<Outcome>(
  pairs: Iterable<Conditioned<Outcome>>,
): Map<string, Map<Outcome, number>> {
  const counts = new Map<string, Map<Outcome, number>>();
  for (const [condition, outcome] of pairs) {
    const outcomes = counts.get(condition) ?? new Map<Outcome, number>();
    counts.set(condition, outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1));
  }
  return counts;
}

function highest<Outcome>(outcomes: Map<Outcome, number>): Outcome {
  return outcomes.entries().reduce((best, other) => other[1] > best[1] ? other : best)[0];
}

function shareRight<Outcome>(
  likeliest: Map<string, Outcome>,
  pairs: Iterable<Conditioned<Outcome>>,
): number {
  let right = 0, total = 0;
  for (const [condition, outcome] of pairs) {
    total++;
    if (likeliest.has(condition) && likeliest.get(condition) === outcome) right++;
  }
  if (total === 0) throw noPairs("score");
  return right / total;
}

function noPairs(doing: string): RangeError {
  return new RangeError(`Cannot ${doing} outcomes as at least one pair: there is none`);
}
