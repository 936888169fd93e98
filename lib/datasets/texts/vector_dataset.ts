import type { WordVectors } from "../../text/mod.ts";
import type { Provenance } from "../files/provenance.ts";

/** Word vectors and where they are from; the source of any substitute is "stand-in". */
export interface VectorDataset extends WordVectors, Provenance {}
