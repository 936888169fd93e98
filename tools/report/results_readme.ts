import { basename, join } from "node:path";
import { CorruptError } from "../../lib/core/mod.ts";
import type { Result } from "../../lib/notebook/mod.ts";
import { writeIfChanged } from "../setup/kernelspec.ts";

const head = `# Results

The studies' published figures beside ours, written by \`deno task report\` from \`results/*.json\`. A quick run takes minutes
and trains less than the study did; \`progress\` says how much; where a full run has a figure, the quick one's isn't shown. Reports are made where you are: \`deno task report\`.
`;

/**
 * Writes `README.md` of the reports' folder: a table a notebook, "published figure | ours", and the pictures that are there.
 *
 * @param folder where `results/` is
 * @throws {CorruptError} when a file of results isn't a JSON array
 * @example
 * ```ts
 * await writeResultsReadme("reports");
 * ```
 */
export async function writeResultsReadme(folder: string): Promise<void> {
  const parts = [head];
  for (const file of await filesOf(join(folder, "results"), ".json")) {
    const name = basename(file, ".json");
    parts.push(`## ${name}\n`, table(await readRecords(file)), ...await pictures(folder, name));
  }
  await writeIfChanged(join(folder, "README.md"), parts.join("\n"));
}

async function readRecords(file: string): Promise<Result[]> {
  const text = await Deno.readTextFile(file);
  try {
    const records = JSON.parse(text);
    if (Array.isArray(records)) return records;
  } catch {
    // told below
  }
  throw new CorruptError(
    `Cannot read ${file} as a list of results: it is no JSON array. Remove it and report again`,
  );
}

/** Records as Markdown: those of full runs, then the quick ones that no full run has. */
export function table(records: readonly Result[]): string {
  const full = records.filter(({ profile }) => profile === "full"), known = new Set(full.map(figureOf));
  const quick = records.filter((one) => one.profile !== "full" && !known.has(figureOf(one)));
  const rows = [...full, ...quick].map((one) => [
    one.section,
    one.metric,
    withUnit(one.published, one.unit),
    withUnit(one.measured, one.unit),
    one.progress,
    one.profile,
    `${one.dataset} (${one.source})`,
    one.date,
  ]);
  const titles = ["section", "metric", "published", "ours", "progress", "profile", "data", "date"];
  return [titles, titles.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n") +
    "\n";
}

function figureOf({ section, metric }: Result): string {
  return `${section}\n${metric}`;
}

function withUnit(value: number | string | null, unit: string): string {
  if (value === null) return "none";
  const text = typeof value === "number" ? inDigits(value) : value;
  return unit ? `${text} ${unit}` : text;
}

/** Counts in full, measurements with four digits. */
function inDigits(value: number): string {
  return Number.isInteger(value) ? value.toLocaleString("en") : String(Number(value.toPrecision(4)));
}

async function pictures(folder: string, name: string): Promise<string[]> {
  const files = await filesOf(join(folder, "pictures"), ".svg");
  return files.map((file) => basename(file)).filter((file) => file.startsWith(`${name}_`))
    .map((file) => `![A chart of ${name}](pictures/${file})\n`);
}

async function filesOf(folder: string, ending: string): Promise<string[]> {
  const names: string[] = [];
  try {
    for await (const { name } of Deno.readDir(folder)) {
      if (name.endsWith(ending)) names.push(join(folder, name));
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return names.sort();
}
