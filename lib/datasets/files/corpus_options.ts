import type { Corpus } from "./corpus.ts";
import type { DatasetOptions } from "./dataset_options.ts";

/** Options of a loader that can be told of another copy of its corpus. */
export interface CorpusOptions extends DatasetOptions {
  /** Where the files are and how they are recognised. @default the library's `…Corpus` of the loader's name */
  corpus?: Corpus;
}
