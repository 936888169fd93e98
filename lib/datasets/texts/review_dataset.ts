import type { Source } from "../files/corpus.ts";

/** A film review and what its author thought. */
export interface Review {
  /** The text; the real ones hold HTML line breaks. */
  text: string;
  /** 1 for a good review, 0 for a bad one. */
  label: 0 | 1;
  /** Stars: 1 to 4 for a bad review, 7 to 10 for a good one. */
  rating: number;
}

/** Labelled reviews in two parts. */
export interface ReviewDataset {
  /** The corpus's id. */
  id: string;
  /** What the reviews are, for people; a stand-in says that it is one. */
  title: string;
  /** The part to learn from: first the bad ones, then the good ones, so shuffle it. */
  train: Review[];
  /** The part to judge by, in the same order. */
  test: Review[];
  /** Where its bytes are from; show it wherever a figure from it is shown. */
  source: Source;
  /** One sentence about the source. */
  sourceNote: string;
  /** The licence. */
  licence: string;
}
