import type { Corpus } from "../files/corpus.ts";
import type { DatasetOptions } from "../files/dataset_options.ts";
import { findCorpus } from "../files/find_corpus.ts";
import type { TextDataset } from "./text_dataset.ts";

/** A corpus of one UTF-8 file, or what `standIn` makes in its place. */
export async function loadText(
  corpus: Corpus,
  standIn: () => string,
  options: DatasetOptions,
): Promise<TextDataset> {
  const { source, sourceNote, files } = await findCorpus(corpus, options);
  const [path] = files.values();
  const { id, title, licence } = corpus;
  if (path === undefined) {
    return { id, title: `stand-in for ${title}`, text: standIn(), source, sourceNote, licence: "MIT" };
  }
  return { id, title, text: await Deno.readTextFile(path), source, sourceNote, licence };
}
