import { CorruptError } from "../../core/mod.ts";
import { parseMeasurements, type ParseMeasurementsOptions } from "../../series/mod.ts";
import type { Corpus } from "../files/corpus.ts";
import type { CorpusOptions } from "../files/corpus_options.ts";
import { findCorpus } from "../files/find_corpus.ts";
import type { SeriesDataset } from "./series_dataset.ts";
import { standInSunspots } from "./stand_in_sunspots.ts";

const SILSO = "SN_m_tot_V2.0.csv", OLD = "monthly-sunspots.csv";

/**
 * Monthly sunspot numbers, and how they are recognised: SILSO's series up to 2022-12 (version 2.0; the file at
 * www.sidc.be/SILSO/DATA grows each month, so a dated copy of it is pinned), or the older one up to 1983 that courses use.
 */
export const sunspotsCorpus: Corpus = {
  id: "sunspots",
  title: "Monthly sunspot numbers",
  origin: "WDC-SILSO, Royal Observatory of Belgium, Brussels, www.sidc.be/SILSO/DATA/SN_m_tot_V2.0.csv",
  licence: "CC BY-NC 4.0",
  editions: [
    [{
      path: SILSO,
      bytes: 124_944,
      sha256: "8e2d228810b96ed7244b0c1a7a9eb87b0e367ce523edd9d8dd90cb5811f67405",
      url: "https://raw.githubusercontent.com/jethrorlee731/sunspot_dashboard/" +
        "e20f054a00c7733d84b0490800e01253d01e32fa/SN_m_tot_V2.0.csv",
    }],
    [{
      path: OLD,
      bytes: 45_039,
      sha256: "c4ec8cc57d9f6fb6ecdb3e1f37f25b6f4badd5124c55931052b0cd2fc3bc71f3",
      url: "https://raw.githubusercontent.com/jbrownlee/Datasets/master/monthly-sunspots.csv",
    }],
  ],
};

/** How each file is read; the numbers get one name. */
const FORMATS: Readonly<Record<string, ParseMeasurementsOptions & { column: string }>> = {
  [SILSO]: {
    names: ["year", "month", "decimal year", "sunspots", "deviation", "observations", "definitive"],
    time: ["year", "month"],
    column: "sunspots",
    missing: [-1],
  },
  [OLD]: { column: "Sunspots" },
};

/** Options of `sunspots`. */
export type SunspotsOptions = CorpusOptions;

/**
 * Loads the monthly sunspot numbers since 1749, to which study 002 points: one column, `sunspots`. Their stand-in is `standInSunspots`.
 *
 * @param options where to look, progress
 * @returns the table and where it is from
 * @throws {CorruptError} when a copy on this machine is damaged or holds no sunspot numbers
 * @throws {MissingError} when no allowed source has them
 * @example
 * ```ts
 * import { sunspots } from "unroll/datasets/mod.ts";
 * const { measurements, source } = await sunspots({ sources: ["stand-in"] });
 * measurements.columns.sunspots!.length; // 3288
 * ```
 */
export async function sunspots(
  { corpus = sunspotsCorpus, ...where }: SunspotsOptions = {},
): Promise<SeriesDataset> {
  const { source, sourceNote, files } = await findCorpus(corpus, where);
  const { id, title, licence } = corpus, [found] = files;
  if (found === undefined) {
    const measurements = standInSunspots();
    return {
      id,
      title: `stand-in for ${title}`,
      measurements,
      files: [],
      source,
      sourceNote,
      licence: "MIT",
    };
  }
  const [name, path] = found, { column, ...format } = FORMATS[name]!;
  try {
    const { measurements: { times, columns }, report } = parseMeasurements(await Deno.readFile(path), {
      ...format,
      columns: [column],
    });
    const measurements = { times, columns: { sunspots: columns[column]! } };
    return { id, title, measurements, files: [{ name, report }], source, sourceNote, licence };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CorruptError(
      `Cannot use ${path} as sunspot numbers: ${why}; remove it and run again: rm '${path}'`,
      {
        cause: error,
      },
    );
  }
}
