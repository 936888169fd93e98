import type { Provenance } from "../files/provenance.ts";

/** A handful of real recordings for which there is no stand-in: where they aren't, there are none. */
export interface RealClips<Clip> extends Omit<Provenance, "source"> {
  /** Where their bytes are from; "none" where they are nowhere: `recordings` is empty, and `sourceNote` says how to get them. */
  source: Provenance["source"] | "none";
  /** The recordings, in the order of their names. */
  recordings: readonly Clip[];
}
