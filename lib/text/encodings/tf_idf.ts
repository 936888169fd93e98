/** How much each term says about each document, by study 002's formulas. */
export interface TfIdf {
  /** The different terms of all documents, in the order in which they come first. */
  readonly terms: readonly string[];
  /** How many documents there are, N. */
  readonly documents: number;
  /** TF = n_i / sum_k n_k: the share of the document's words that are this term; 0 for a term or document without words. */
  tf(term: string, document: number): number;
  /** IDF = log(N / n_t), natural logarithm, n_t documents have the term; 0 for a term that none has. */
  idf(term: string): number;
  /** TF * IDF. */
  weight(term: string, document: number): number;
  /** The documents by the sum of the weights of a query's terms, best first, equals in their order. */
  rank(query: readonly string[]): RankedDocument[];
  /** The terms by their highest weight in any document, best first: the front makes a bag of words, the end stop words. */
  rankTerms(): RankedTerm[];
}

/** A document's place in a ranking. */
export interface RankedDocument {
  /** Its index. */
  document: number;
  /** The sum of its weights. */
  score: number;
}

/** A term's place in a ranking. */
export interface RankedTerm {
  /** The term. */
  term: string;
  /** Its highest weight in any document. */
  score: number;
}

/**
 * Weighs the terms of documents: a term that is common here and rare elsewhere weighs most, one that every document has weighs
 * nothing.
 *
 * @param documents the words of each document
 * @returns the formulas, and rankings by them
 * @throws {RangeError} when there is no document; by `tf` and `weight` when there is none of that index
 * @example
 * ```ts
 * import { splitWords, tfIdf } from "unroll/text/mod.ts";
 * const weights = tfIdf(["el gato duerme", "el perro come", "el gato come"].map((text) => splitWords(text)));
 * weights.idf("el"); // 0
 * weights.rank(["perro"])[0]; // { document: 1, score: 0.366… }
 * ```
 */
export function tfIdf(documents: readonly (readonly string[])[]): TfIdf {
  if (documents.length === 0) throw new RangeError("Cannot weigh terms as those of documents: there is none");
  const counts = documents.map((words) => countsOf(words)),
    having = countsOf(counts.flatMap((own) => [...own.keys()]));
  const tf = (term: string, document: number) => {
    const own = counts[document], words = documents[document];
    if (own && words) return (own.get(term) ?? 0) / Math.max(words.length, 1);
    throw new RangeError(`Cannot weigh as one of ${documents.length} documents: ${document}`);
  };
  const idf = (term: string) => having.has(term) ? Math.log(documents.length / having.get(term)!) : 0;
  const weight = (term: string, document: number) => tf(term, document) * idf(term);
  const score = (query: readonly string[], document: number) =>
    query.reduce((sum, term) => sum + weight(term, document), 0);
  return {
    terms: [...having.keys()],
    documents: documents.length,
    tf,
    idf,
    weight,
    rank: (query) => best(documents.map((_, document) => ({ document, score: score(query, document) }))),
    rankTerms: () => best([...highest(counts, weight)].map(([term, score]) => ({ term, score }))),
  };
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function highest(
  counts: readonly ReadonlyMap<string, number>[],
  weight: (term: string, document: number) => number,
): Map<string, number> {
  const scores = new Map<string, number>();
  counts.forEach((own, document) => {
    for (const term of own.keys()) scores.set(term, Math.max(scores.get(term) ?? 0, weight(term, document)));
  });
  return scores;
}

function best<T extends { score: number }>(entries: T[]): T[] {
  return entries.sort((a, b) => b.score - a.score);
}
