import type { Measurements, MeasurementsReport } from "../../series/mod.ts";
import type { Provenance } from "../files/provenance.ts";

/** A corpus of measurements over time. */
export interface SeriesDataset extends Provenance {
  /** The table, in order of time; gaps and missing values are as the files have them. */
  measurements: Measurements;
  /** What each file held: rows, repeated times, missing values, gaps. None for a stand-in. */
  files: readonly { name: string; report: MeasurementsReport }[];
}
