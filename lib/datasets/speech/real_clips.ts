import type { Source } from "../files/corpus.ts";

/** A handful of real recordings for which there is no stand-in: where they aren't, there are none. */
export interface RealClips<Clip> {
  /** The corpus's id. */
  id: string;
  /** What they are, for people. */
  title: string;
  /** Where their bytes are from; "none" where they are nowhere, and then `recordings` is empty. */
  source: Source | "none";
  /** One sentence about the source, or why they aren't there and how to get them. */
  sourceNote: string;
  /** The licence. */
  licence: string;
  /** The recordings, in the order of their names. */
  recordings: readonly Clip[];
}
