import type { Source } from "../files/corpus.ts";

/** A corpus that is one text. */
export interface TextDataset {
  /** The corpus's id. */
  id: string;
  /** What the text is, for people; a stand-in says that it is one. */
  title: string;
  /** The whole text. */
  text: string;
  /** Where its bytes are from; show it wherever a figure from the text is shown. */
  source: Source;
  /** One sentence about the source. */
  sourceNote: string;
  /** The licence of the text. */
  licence: string;
}
