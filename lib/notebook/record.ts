import { readResults, resultsFolder, withLock, writeResults } from "./_results_file.ts";
import { type Profile, profile } from "./profile.ts";

/** One figure of a study beside ours, as `reports/results/<notebook>.json` keeps it. */
export interface Result {
  /** The notebook's file name without its ending. */
  notebook: string;
  /** The study's own section title. */
  section: string;
  /** What was measured, with the part of the data: "test accuracy". */
  metric: string;
  /** The study's figure; null where it gives none. */
  published: number | string | null;
  /** Ours. */
  measured: number | string;
  /** The unit; percentages are 88.31 with "%". Empty for counts and ratios. */
  unit: string;
  /** The corpus's id. */
  dataset: string;
  /** Where its bytes came from: cache, mirror, download, stand-in. */
  source: string;
  profile: Profile;
  /** "12 of 50 epochs" where training was shorter than the study's; else empty. */
  progress: string;
  /** The engine in a few words. */
  engine: string;
  /** How long the measured work took. */
  seconds: number | null;
  /** The day, UTC, as 2026-11-21. */
  date: string;
}

/** What `record` needs; the rest has defaults. */
export type ResultInput =
  & Pick<
    Result,
    "notebook" | "section" | "metric" | "published" | "measured" | "dataset" | "source" | "engine"
  >
  & Partial<Result>;

/** What was recorded last. */
let latest: string | undefined;

/**
 * Keeps a result in `reports/results/<notebook>.json` (or in the folder that UNROLL_RESULTS names). It replaces the one of
 * the same section, metric, profile and source, so a quick run never replaces a full one, nor a stand-in real data. A new one
 * stands behind the one that was recorded before it.
 * The file is written whole or not at all.
 *
 * @param result the figure; `profile` and `date` default to the run's, `unit` and `progress` to empty, `seconds` to null
 * @throws {TypeError} when a field is missing or of another type
 * @throws {RangeError} when the notebook's name isn't a file name, or a number isn't finite
 * @throws {CorruptError} when the file is there but damaged
 * @example
 * ```ts no-run
 * import { record } from "unroll/notebook/mod.ts";
 * const run = { notebook: "shakespeare_characters", dataset: "tiny_shakespeare", source: "cache", engine: "tensorflow" };
 * record({ ...run, section: "Problema 2", metric: "training loss", published: 0.86, measured: 0.91 });
 * ```
 */
export function record(result: ResultInput): void {
  const kept = checked(result);
  const folder = resultsFolder();
  withLock(folder, () => {
    const records = readResults(folder, kept.notebook);
    const place = placeOf(records, keyOf(kept));
    if (place >= 0) records[place] = kept;
    else records.splice(placeOf(records, latest) + 1 || records.length, 0, kept);
    writeResults(folder, kept.notebook, records);
  });
  latest = keyOf(kept);
}

function placeOf(records: readonly Result[], key: string | undefined): number {
  return records.findIndex((record) => keyOf(record) === key);
}

function keyOf({ notebook, section, metric, profile, source }: Result): string {
  return JSON.stringify([notebook, section, metric, profile, source]);
}

/** The record with its defaults and nothing but its fields, in their order. */
function checked(input: ResultInput): Result {
  const { notebook, section, metric, published, measured, dataset, source, engine } = input;
  const texts = { notebook, section, metric, dataset, source, engine };
  for (const [name, text] of Object.entries(texts)) {
    if (typeof text !== "string" || text === "") {
      throw new TypeError(`Cannot record ${name} as text: ${Deno.inspect(text)}`);
    }
  }
  if (!/^[\w-]+$/.test(notebook)) {
    throw new RangeError(`Cannot record notebook as a file name without ending: ${notebook}`);
  }
  checkFigure("measured", measured);
  if (published !== null) checkFigure("published", published);
  return {
    ...{ notebook, section, metric, published, measured, unit: input.unit ?? "", dataset, source },
    profile: input.profile ?? profile(),
    progress: input.progress ?? "",
    engine,
    seconds: input.seconds ?? null,
    date: (input.date ?? new Date().toISOString()).slice(0, 10),
  };
}

function checkFigure(name: string, figure: unknown): void {
  if (typeof figure !== "number" && typeof figure !== "string") {
    throw new TypeError(`Cannot record ${name} as a number or text: ${Deno.inspect(figure)}`);
  }
  if (typeof figure === "number" && !Number.isFinite(figure)) {
    throw new RangeError(`Cannot record ${name} as a finite number: ${figure}`);
  }
}
