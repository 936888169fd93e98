import { joinSegments, type Segment } from "../../core/mod.ts";
import { badLine, secondsOf, tableLines } from "./_table_lines.ts";

/**
 * Reads the regions in which a detector is judged from a file of un-partitioned evaluation maps (NIST): `recording channel start end`,
 * in seconds; regions that overlap are joined, comments (`;;`) are passed over.
 *
 * @param path the file
 * @returns the regions of each recording, in order, with gaps between them
 * @throws {SyntaxError} when a line doesn't parse; the message has the file and the line's number
 * @throws {Deno.errors.NotFound} when there is no such file
 * @example
 * ```ts
 * import { readUem } from "unroll/datasets/mod.ts";
 * const path = await Deno.makeTempFile();
 * await Deno.writeTextFile(path, "a NA 0.000 30.000");
 * (await readUem(path)).get("a"); // [{ start: 0, end: 30 }]
 * ```
 */
export async function readUem(path: string): Promise<Map<string, Segment[]>> {
  const found = new Map<string, Segment[]>();
  for (const { line, number } of tableLines(await Deno.readTextFile(path), ";;")) {
    const fields = line.split(/\s+/), [recording] = fields;
    const start = secondsOf(fields[2]), end = secondsOf(fields[3]);
    if (fields.length !== 4 || !(end > start)) {
      throw badLine(path, "UEM", number, `"${line}" is not: recording, channel, start, later end in seconds`);
    }
    found.set(recording!, [...found.get(recording!) ?? [], { start, end }]);
  }
  return new Map([...found].map(([recording, regions]) => [recording, joinSegments(regions)]));
}
