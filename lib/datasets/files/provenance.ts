import type { Source } from "./corpus.ts";

/** What every dataset says of itself: show it wherever a figure from it is shown. */
export interface Provenance {
  /** The corpus's id. */
  id: string;
  /** What it is, for people; a stand-in says that it is one. */
  title: string;
  /** Where its bytes are from. */
  source: Source;
  /** One sentence about the source; of a stand-in also why nothing better was there. */
  sourceNote: string;
  /** The licence. */
  licence: string;
}
