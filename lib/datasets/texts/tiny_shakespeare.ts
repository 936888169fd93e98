import type { Corpus } from "../files/corpus.ts";
import type { DatasetOptions } from "../files/dataset_options.ts";
import { loadText } from "./_load_text.ts";
import { standInPlay } from "./stand_in_play.ts";
import type { TextDataset } from "./text_dataset.ts";

/** Where Andrej Karpathy's selection of Shakespeare's plays is, and how it is recognised. */
export const tinyShakespeareCorpus: Corpus = {
  id: "tiny_shakespeare",
  title: "Tiny Shakespeare",
  origin: "github.com/karpathy/char-rnn, data/tinyshakespeare/input.txt",
  licence: "public domain text",
  editions: [[{
    path: "input.txt",
    bytes: 1_115_394,
    sha256: "86c4e6aa9db7c042ec79f339dcb96d42b0075e16b8fc2e86bf0ca57e2dc565ed",
    url: "https://raw.githubusercontent.com/karpathy/char-rnn/master/data/tinyshakespeare/input.txt",
  }]],
};

/**
 * Loads 1,115,394 characters of Shakespeare's plays, 65 different ones; the corpus of study 000's second problem. Its stand-in
 * is a play by `standInPlay` with the same length and the same characters.
 *
 * @param options where to look, progress
 * @returns the text and where it is from
 * @throws {CorruptError} when a copy on this machine is damaged
 * @throws {MissingError} when no allowed source has it
 * @example
 * ```ts
 * import { tinyShakespeare } from "unroll/datasets/mod.ts";
 * const { text, source } = await tinyShakespeare({ sources: ["stand-in"] });
 * ```
 */
export function tinyShakespeare(options: DatasetOptions = {}): Promise<TextDataset> {
  return loadText(tinyShakespeareCorpus, standInPlay, options);
}
