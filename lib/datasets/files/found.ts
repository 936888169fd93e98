import type { Source } from "./corpus.ts";

/** What `findCorpus` found. */
export interface Found {
  /** Where the files are from. */
  source: Source;
  /** One sentence that says so, for people; for a stand-in also why nothing better was there. */
  sourceNote: string;
  /** Why nothing better was there, place after place; none where the first place has it. */
  reasons: readonly string[];
  /** Absolute path of each file by its path in the corpus; empty for a stand-in. */
  files: ReadonlyMap<string, string>;
}
