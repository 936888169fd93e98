import {
  coOccurrenceVectors,
  readWordVectors,
  selectWords,
  textToWords,
  type WordVectors,
} from "../../text/mod.ts";
import { findCorpus } from "../files/find_corpus.ts";
import type { Found } from "../files/found.ts";
import type { GloveOptions } from "./glove.ts";
import { imdb } from "./imdb.ts";
import type { VectorDataset } from "./vector_dataset.ts";
import { winkEmbeddingsCorpus } from "./wink_embeddings.ts";

/** What stands in for GloVe's vectors, and why: those of the npm package, or some learnt from film reviews. */
export async function substituteVectors(
  options: GloveOptions,
  { reasons, sourceNote: why }: Found,
): Promise<VectorDataset> {
  const { substitute = winkEmbeddingsCorpus, only, limit, corpus: _, ...where } = options;
  const { source, sourceNote, files } = await findCorpus(substitute, where);
  if (source === "stand-in") return await learned(options, why);
  const vectors = await readWordVectors([...files.values()][0]!, { only, limit });
  return {
    ...vectors,
    id: substitute.id,
    title: `stand-in for GloVe 6B: ${substitute.title}`,
    source: "stand-in",
    sourceNote: `A substitute for GloVe 6B, ${substitute.origin}. ${sourceNote} GloVe 6B itself: ${
      reasons.join("; ")
    }.`,
    licence: substitute.licence,
  };
}

/** One review of so many is read, good ones and bad ones: enough words for a few seconds' work. */
const SHARE = 5;

/** Vectors of the 5000 commonest words of the film reviews that there are. */
async function learned(
  { only, limit, corpus: _, substitute: __, ...where }: GloveOptions,
  why: string,
): Promise<VectorDataset> {
  const reviews = await imdb(where);
  const texts = reviews.train.filter((_, i) => i % SHARE === 0).map(({ text }) => textToWords(text));
  const learnt = await coOccurrenceVectors(texts);
  return {
    ...some(learnt, { only, limit }),
    id: "glove",
    title: `stand-in for GloVe 6B: learnt from ${texts.length} texts of ${reviews.title}`,
    source: "stand-in",
    sourceNote: `${why} The vectors were learnt from these texts: ${reviews.sourceNote}`,
    licence: "MIT",
  };
}

/** Those of the words asked for. */
function some(vectors: WordVectors, { only, limit }: Pick<GloveOptions, "only" | "limit">): WordVectors {
  const words = vectors.words.slice(0, limit).filter((word) => only?.has(word) ?? true);
  if (words.length === 0) {
    throw new RangeError(`Cannot give vectors of the words asked for: the stand-in has none of them`);
  }
  return selectWords(vectors, words);
}
