import type { Provenance } from "../files/provenance.ts";

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
export interface ReviewDataset extends Provenance {
  /** The part to learn from: first the bad ones, then the good ones, so shuffle it. */
  train: Review[];
  /** The part to judge by, in the same order. */
  test: Review[];
}
