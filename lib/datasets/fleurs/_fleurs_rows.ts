import type { FleursPart } from "./_fleurs_part.ts";
import type { Skipped } from "./_skipped.ts";

/** What a row of a table says of a recording. */
export interface FleursRow {
  /** The sentence's number. */
  sentence: string;
  /** The recording's file, without folders. */
  file: string;
  /** The sentence as it was written. */
  text: string;
}

/** The rows of a table, by file: number, file, sentence as written, sentence in lower case, characters, samples, gender; no header. */
export function fleursRows(text: string, part: FleursPart, skipped: Skipped): Map<string, FleursRow> {
  const rows = new Map<string, FleursRow>();
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const fields = line.split("\t"), [sentence, file, written] = fields;
    if (fields.length >= 6 && /^\d+$/.test(sentence!) && file && !rows.has(file)) {
      rows.set(file, { sentence: sentence!, file, text: written! });
    } else {
      skipped.add(
        file && rows.has(file) ? "a second row of a file" : "a row that does not parse",
        part,
        i + 1,
      );
    }
  }
  return rows;
}
