import type { Measurements, MeasurementsReport } from "../../series/mod.ts";
import type { Source } from "../files/corpus.ts";

/** A corpus of measurements over time. */
export interface SeriesDataset {
  /** The corpus's id. */
  id: string;
  /** What was measured, for people; a stand-in says that it is one. */
  title: string;
  /** The table, in order of time; gaps and missing values are as the files have them. */
  measurements: Measurements;
  /** What each file held: rows, repeated times, missing values, gaps. None for a stand-in. */
  files: readonly { name: string; report: MeasurementsReport }[];
  /** Where its bytes are from; show it wherever a figure from it is shown. */
  source: Source;
  /** One sentence about the source. */
  sourceNote: string;
  /** The licence. */
  licence: string;
}
