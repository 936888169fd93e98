import { Buffer } from "node:buffer";
import { basename } from "node:path";
import { gunzipSync } from "node:zlib";
import { CorruptError } from "../../core/mod.ts";
import { joinMeasurements, type ParsedMeasurements, parseMeasurements } from "../../series/mod.ts";
import { zipMember } from "../files/_zip_member.ts";
import type { Corpus } from "../files/corpus.ts";
import type { CorpusOptions } from "../files/corpus_options.ts";
import { findCorpus } from "../files/find_corpus.ts";
import type { Found } from "../files/found.ts";
import { MEASUREMENTS } from "./_moist_air.ts";
import type { SeriesDataset } from "./series_dataset.ts";
import { standInClimate } from "./stand_in_climate.ts";

const STATION = "Max Planck Institute for Biogeochemistry, Jena, weather station on the roof";

/** Chollet's selection of eight years of the Jena weather station, and how it is recognised. */
export const jenaClimateCorpus: Corpus = {
  id: "jena_climate",
  title: "Jena climate 2009 to 2016",
  origin: `${STATION}; prepared for Deep Learning with Python (Chollet 2017), in the Keras datasets bucket`,
  licence: "none stated: cite the station",
  editions: [[{
    path: "jena_climate_2009_2016.csv.zip",
    bytes: 13_568_290,
    url: "https://storage.googleapis.com/tensorflow/tf-keras-datasets/jena_climate_2009_2016.csv.zip",
  }]],
};

/** The same station in 2020 and from June to October of 2024: what takes the classic file's place. */
export const jenaWeatherCorpus: Corpus = {
  id: "jena_weather",
  title: "Jena weather 2020 and 2024",
  origin: `${STATION}, www.bgc-jena.mpg.de/wetter`,
  licence: "none stated: cite the station",
  editions: [[{
    path: "weather_2020.csv.gz",
    bytes: 2_275_774,
    sha256: "e659cd0f7e9bde45adb03b9754dcdb56189e7a735fdb10c4e9542dfa6ab81355",
  }, {
    path: "mpi_roof_2024.csv.gz",
    bytes: 849_663,
    sha256: "88a3700b4ddbc62e3e32efbf632f057e0fd9d4ef4a8583bb60977d601de91c9a",
  }]],
};

/** Rows of the classic file, some of whose times come twice. */
const CLASSIC_ROWS = 420_551;

/** Options of `jenaClimate`. */
export interface JenaClimateOptions extends CorpusOptions {
  /** What takes its place. @default jenaWeatherCorpus */
  substitute?: Corpus;
  /** Rows that the classic file must have. @default 420_551 */
  rows?: number;
}

/**
 * Loads the temperatures of studies 002 and of Chollet's book: 14 quantities every ten minutes, UTC. The classic file of the years 2009 to
 * 2016 where it can be had; otherwise the same station's 2020 and part of 2024, with a gap of three and a half years between; otherwise
 * a stand-in by `standInClimate`. `id`, `title` and `sourceNote` say which.
 *
 * @param options where to look, progress
 * @returns the table and where it is from
 * @throws {CorruptError} when a copy on this machine is damaged or isn't the station's table
 * @throws {MissingError} when no allowed source has it
 * @example
 * ```ts
 * import { jenaClimate } from "unroll/datasets/mod.ts";
 * const { measurements, source } = await jenaClimate({ sources: ["stand-in"] });
 * measurements.columns["T (degC)"]!.length; // 420,551
 * ```
 */
export async function jenaClimate(options: JenaClimateOptions = {}): Promise<SeriesDataset> {
  const { corpus = jenaClimateCorpus, substitute = jenaWeatherCorpus, rows = CLASSIC_ROWS, ...where } =
    options;
  const sources = (where.sources ?? ["cache", "mirror", "download", "stand-in"]).filter((one) =>
    one !== "stand-in"
  );
  const classic = await findCorpus(corpus, { ...where, sources: [...sources, "stand-in"] });
  if (classic.source !== "stand-in") return await load(corpus, classic, rows);
  const reasons = classic.reasons.map((reason) => reason.replace(/; get it by hand.*/, "")).join("; ");
  const reason = `The classic file could not be had: ${reasons || "no source was allowed"}.`;
  const found = await findCorpus(substitute, where), sourceNote = `${found.sourceNote} ${reason}`;
  if (found.source !== "stand-in") return await load(substitute, { ...found, sourceNote });
  const title = `stand-in for ${corpus.title}`, { id } = corpus;
  return {
    id,
    title,
    measurements: standInClimate(),
    files: [],
    source: "stand-in",
    sourceNote,
    licence: "MIT",
  };
}

async function load(
  corpus: Corpus,
  { source, sourceNote, files }: Found,
  rows?: number,
): Promise<SeriesDataset> {
  const { id, title, licence } = corpus, parsed: { name: string; file: ParsedMeasurements }[] = [];
  for (const path of files.values()) parsed.push({ name: basename(path), file: await read(path, rows) });
  const measurements = joinMeasurements(parsed.map(({ file }) => file.measurements), MEASUREMENTS);
  const reports = parsed.map(({ name, file }) => ({ name, report: file.report }));
  return { id, title, measurements, files: reports, source, sourceNote, licence };
}

async function read(path: string, rows?: number): Promise<ParsedMeasurements> {
  try {
    const parsed = parseMeasurements(await bytesOf(path), { columns: MEASUREMENTS });
    if (rows === undefined || parsed.report.rows === rows) return parsed;
    throw new RangeError(`it has ${parsed.report.rows} rows, not ${rows}`);
  } catch (error) {
    if (error instanceof CorruptError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new CorruptError(
      `Cannot use ${path} as the station's table: ${why}; remove it and run again: rm '${path}'`,
      {
        cause: error,
      },
    );
  }
}

/** The CSV file in an archive. */
async function bytesOf(path: string): Promise<Uint8Array> {
  if (path.endsWith(".gz")) return gunzipSync(await Deno.readFile(path));
  return Buffer.concat(await Array.fromAsync(await zipMember(path, basename(path, ".zip"))));
}
