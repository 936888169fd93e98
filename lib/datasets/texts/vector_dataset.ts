import type { WordVectors } from "../../text/mod.ts";
import type { Source } from "../files/corpus.ts";

/** Word vectors and where they are from. */
export interface VectorDataset extends WordVectors {
  /** The corpus's id. */
  id: string;
  /** What the vectors are, for people; a substitute says that it is one. */
  title: string;
  /** Where their bytes are from, `"stand-in"` for any substitute; show it wherever a figure from them is shown. */
  source: Source;
  /** One sentence about the source. */
  sourceNote: string;
  /** The licence. */
  licence: string;
}
