import type { Provenance } from "../files/provenance.ts";

/** A corpus that is one text. */
export interface TextDataset extends Provenance {
  /** The whole text. */
  text: string;
}
