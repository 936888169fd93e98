import { formatNumber } from "../plots/mod.ts";
import { readResults, resultsFolder } from "./_results_file.ts";
import type { Result } from "./record.ts";
import { show } from "./show.ts";
import { type Row, table } from "./table.ts";

/** Options of {@linkcode showResults}. */
export interface ShowResultsOptions {
  /** Only this section's results. @default all */
  section?: string;
}

/**
 * Shows a notebook's results beside the published figures: one row for each figure and source of data, a column for
 * each profile that has run.
 *
 * @param notebook the notebook's file name without its ending
 * @param options a section to keep to
 * @example
 * ```ts no-run
 * import { showResults } from "unroll/notebook/mod.ts";
 * showResults("shakespeare_characters");
 * ```
 */
export function showResults(notebook: string, options: ShowResultsOptions = {}): void {
  const all = readResults(resultsFolder(), notebook);
  const records = all.filter(({ section }) => (options.section ?? section) === section);
  if (records.length === 0) {
    return show(`No results of ${notebook} yet: they come with the notebook's last cells.`);
  }
  show(table(resultRows(records), { caption: "Published figure | ours", limit: Infinity }));
}

/** Records as rows, quick and full runs of one figure side by side. */
export function resultRows(records: readonly Result[]): Row[] {
  const profiles = [...new Set(records.map(({ profile }) => profile))].sort();
  const groups = Map.groupBy(
    records,
    ({ section, metric, source }) => JSON.stringify([section, metric, source]),
  );
  return [...groups.values()].map((same) => {
    const first = same[0]!;
    const ours = profiles.map((profile) => {
      const result = same.find((one) => one.profile === profile);
      return [`Ours (${profile})`, result && figureText(result.measured, result)] as const;
    });
    return {
      Section: first.section,
      Metric: first.metric,
      "Published figure": first.published === null
        ? null
        : figureText(first.published, { ...first, progress: "" }),
      ...Object.fromEntries(ours),
      Data: `${first.dataset} (${first.source})`,
    };
  });
}

function figureText(figure: number | string, { unit, progress }: Result): string {
  const text = typeof figure === "number" ? formatNumber(figure) : figure;
  return `${text}${unit && ` ${unit}`}${progress && ` after ${progress}`}`;
}
