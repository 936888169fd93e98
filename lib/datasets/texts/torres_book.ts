import type { Corpus } from "../files/corpus.ts";
import type { DatasetOptions } from "../files/dataset_options.ts";
import { loadText } from "./_load_text.ts";
import { standInBook } from "./stand_in_book.ts";
import type { TextDataset } from "./text_dataset.ts";

/** Where the first part of Jordi Torres's book on Keras is, and how it is recognised. */
export const torresBookCorpus: Corpus = {
  id: "torres_book",
  title: "Deep Learning: Introducción práctica con Keras, first part",
  origin: "github.com/jorditorresBCN/Deep-Learning-Introduccion-practica-con-Keras",
  licence: "no licence stated: use it where you are, never pass it on",
  editions: [[{
    path: "DeepLearning-Introduccion-practica-con-Keras-PRIMERA-PARTE.txt",
    bytes: 203_286,
    sha256: "2f27af1c477d4505eeef3ae3dc33be1c7436fceaad6e5f0cfd6eb991ad5d72d7",
    url:
      "https://raw.githubusercontent.com/jorditorresBCN/Deep-Learning-Introduccion-practica-con-Keras/master/" +
      "DeepLearning-Introduccion-practica-con-Keras-PRIMERA-PARTE.txt",
  }]],
};

/**
 * Loads the text of study 003: 203,251 characters of Spanish, 92 different, accents stripped, lines end in CR LF. Its stand-in is a
 * manual by `standInBook` with the same length and the same characters.
 *
 * @param options where to look, progress
 * @returns the text and where it is from
 * @throws {CorruptError} when a copy on this machine is damaged
 * @throws {MissingError} when no allowed source has it
 * @example
 * ```ts
 * import { torresBook } from "unroll/datasets/mod.ts";
 * const { text, source } = await torresBook({ sources: ["stand-in"] });
 * ```
 */
export function torresBook(options: DatasetOptions = {}): Promise<TextDataset> {
  return loadText(torresBookCorpus, standInBook, options);
}
