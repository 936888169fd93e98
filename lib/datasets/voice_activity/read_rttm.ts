import { joinSegments, type Segment } from "../../core/mod.ts";
import { badLine, secondsOf, tableLines } from "./_table_lines.ts";

/** What a line of the format can be about; only SPEAKER lines say where somebody speaks. */
const types = new Set(
  "SPEAKER SPKR-INFO SEGMENT NOSCORE NO_RT_METADATA LEXEME NON-LEX NON-SPEECH FILLER EDIT IP CB SU A/P SU-INFO"
    .split(" "),
);

/**
 * Reads where somebody speaks from a file of the Rich Transcription Time Marked format (NIST, RT-09 evaluation plan, appendix A):
 * `SPEAKER recording channel start duration <NA> <NA> speaker …`, in seconds. Speakers who overlap are joined, segments of no
 * duration say nothing, lines of the format's other types and comments (`;;`) are passed over.
 *
 * @param path the file
 * @returns the segments of each recording, in order, with gaps between them
 * @throws {SyntaxError} when a line doesn't parse; the message has the file and the line's number
 * @throws {Deno.errors.NotFound} when there is no such file
 * @example
 * ```ts
 * import { readRttm } from "unroll/datasets/mod.ts";
 * const path = await Deno.makeTempFile();
 * await Deno.writeTextFile(path, "SPEAKER a 1 0.5 1.5 <NA> <NA> anna <NA> <NA>");
 * (await readRttm(path)).get("a"); // [{ start: 0.5, end: 2 }]
 * ```
 */
export async function readRttm(path: string): Promise<Map<string, Segment[]>> {
  const found = new Map<string, Segment[]>();
  for (const { line, number } of tableLines(await Deno.readTextFile(path), ";;")) {
    const fields = line.split(/\s+/), [type, recording] = fields;
    const bad = (why: string) => badLine(path, "RTTM", number, why);
    if (!types.has(type!)) throw bad(`"${type}" is no type of the format`);
    if (type !== "SPEAKER") continue;
    if (fields.length < 8) throw bad(`it has ${fields.length} fields, a SPEAKER line at least 8`);
    const start = secondsOf(fields[3]), duration = secondsOf(fields[4]);
    if (!(start >= 0)) throw bad(`"${fields[3]}" is no start in seconds`);
    if (!(duration >= 0)) throw bad(`"${fields[4]}" is no duration in seconds`);
    const segments = found.get(recording!) ?? [];
    if (duration > 0) segments.push({ start, end: millionths(start + duration) });
    found.set(recording!, segments);
  }
  return new Map([...found].map(([recording, segments]) => [recording, joinSegments(segments)]));
}

/** 28.474 + 1.526 is 30, not 30.000000000000004. */
function millionths(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6;
}
