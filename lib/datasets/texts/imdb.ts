import { type FoundReview, readReviews } from "./_read_reviews.ts";
import type { Corpus } from "../files/corpus.ts";
import type { DatasetOptions } from "../files/dataset_options.ts";
import { findCorpus } from "../files/find_corpus.ts";
import type { ReviewDataset } from "./review_dataset.ts";
import { standInReviews } from "./stand_in_reviews.ts";

/** Where Maas's film reviews are, and how they are recognised: the official archive, or its two labelled parts. */
export const imdbCorpus: Corpus = {
  id: "imdb",
  title: "IMDB film reviews",
  origin: "ai.stanford.edu/~amaas/data/sentiment, Large Movie Review Dataset v1.0 (Maas et al. 2011)",
  licence: "none stated: cite Maas et al. 2011",
  editions: [
    [{
      path: "aclImdb_v1.tar.gz",
      bytes: 84_125_825,
      sha256: "c40f74a18d3b61f90feba1e17730e0d38e8b97c05fde7008942e91923d1658fe",
      url: "https://ai.stanford.edu/~amaas/data/sentiment/aclImdb_v1.tar.gz",
    }],
    [{
      path: "aclImdb_train.tar.gz",
      bytes: 13_996_321,
      sha256: "97883be503b0a0bdc1d0c0cc8b461d02b51af445ab7e6714f3d67f1960c7e101",
    }, {
      path: "aclImdb_test.tar.gz",
      bytes: 13_685_152,
      sha256: "77c7976346e89d06275b76fcb34055b74e0217d5c8c0f81793144a33c84bb3f8",
    }],
  ],
};

/**
 * Loads 25,000 film reviews to learn from and 25,000 to judge by, half of each good (Maas et al. 2011); studies 001 and 002 read
 * them. The archives stay packed on the disk.
 *
 * @param options where to look, progress
 * @returns the reviews and where they are from
 * @throws {CorruptError} when a copy on this machine is damaged or holds no reviews
 * @throws {MissingError} when no allowed source has them
 * @example
 * ```ts
 * import { imdb } from "unroll/datasets/mod.ts";
 * const { train, test, source } = await imdb({ sources: ["stand-in"] });
 * ```
 */
export async function imdb(options: DatasetOptions = {}): Promise<ReviewDataset> {
  const { source, sourceNote, files } = await findCorpus(imdbCorpus, options);
  const { id, title, licence } = imdbCorpus;
  if (source === "stand-in") {
    return { id, title: `stand-in for ${title}`, ...standInReviews(), source, sourceNote, licence: "MIT" };
  }
  const reviews = (await Promise.all([...files.values()].map(readReviews))).flat().sort(byPath);
  const part = (split: FoundReview["split"]) =>
    reviews.filter((review) => review.split === split).map(({ review }) => review);
  return { id, title, train: part("train"), test: part("test"), source, sourceNote, licence };
}

function byPath(a: FoundReview, b: FoundReview): number {
  return a.review.label - b.review.label || a.number - b.number;
}
