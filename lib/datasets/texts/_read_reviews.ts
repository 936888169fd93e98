import { CorruptError } from "../../core/mod.ts";
import { filePieces } from "../files/_file_pieces.ts";
import { gunzipped } from "../files/_gunzipped.ts";
import { tarStream } from "../files/_tar_stream.ts";
import type { Review } from "./review_dataset.ts";

/** A review and what its path says. */
export interface FoundReview {
  split: "train" | "test";
  number: number;
  review: Review;
}

/** aclImdb/train/pos/127_9.txt: good, number 127, nine stars; the part without labels is left out. */
const REVIEW = /(?:^|\/)(train|test)\/(neg|pos)\/(\d+)_(\d+)\.txt$/;

/** The labelled reviews of one of the archives, in its order. */
export async function readReviews(path: string): Promise<FoundReview[]> {
  const decoder = new TextDecoder(), found: FoundReview[] = [];
  for await (const file of tarStream(gunzipped(filePieces(path), path), path)) {
    const [, split, opinion, number, rating] = REVIEW.exec(file.path) ?? [];
    if (split !== "train" && split !== "test") continue;
    const label = opinion === "pos" ? 1 : 0, text = decoder.decode(file.bytes);
    found.push({ split, number: Number(number), review: { text, label, rating: Number(rating) } });
  }
  if (found.length > 0) return found;
  throw new CorruptError(
    `Cannot read ${path} as film reviews: it holds none; remove it and run again: rm '${path}'`,
  );
}
