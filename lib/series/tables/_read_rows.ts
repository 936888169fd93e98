import type { Header } from "./_header.ts";
import { parseNumber } from "./_parse_number.ts";
import { parseTime } from "./_parse_time.ts";

/** The file's rows as they stand. */
export interface FoundRows {
  times: Float64Array;
  /** One for each column of the header. */
  values: Float32Array[];
  rows: number;
}

/** Reads every row; the bytes are looked at twice and no text is made of them. */
export function readRows(bytes: Uint8Array, header: Header): FoundRows {
  const most = countLines(bytes, header.start);
  const times = new Float64Array(most), values = header.columns.map(() => new Float32Array(most));
  const row: Row = { bytes, header, spans: new Int32Array(2 * header.fields), line: header.line - 1 };
  let rows = 0;
  for (let at = header.start; at < bytes.length;) {
    const newline = bytes.indexOf(10, at), end = newline < 0 ? bytes.length : newline;
    row.line++;
    if (splitRow(row, at, end)) {
      times[rows] = timeOf(row);
      for (let i = 0; i < values.length; i++) values[i]![rows] = numberIn(row, header.columns[i]!.field);
      rows++;
    }
    at = end + 1;
  }
  if (rows === 0) throw new RangeError("Cannot read measurements as at least one row: the file has none");
  return { times: times.subarray(0, rows), values: values.map((column) => column.subarray(0, rows)), rows };
}

function countLines(bytes: Uint8Array, start: number): number {
  let count = 1;
  for (let at = bytes.indexOf(10, start); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}

interface Row {
  bytes: Uint8Array;
  header: Header;
  /** Begin and end of each field, without blanks and quotes around it. */
  spans: Int32Array;
  line: number;
}

/** Finds the fields of the row in bytes[from, to); false for an empty line. */
function splitRow(row: Row, from: number, to: number): boolean {
  const { bytes, header: { separator, fields }, spans } = row;
  const end = bytes[to - 1] === 13 /* CR */ ? to - 1 : to;
  if (end <= from) return false;
  let field = 0, begin = from, quoted = false;
  for (let at = from; at <= end; at++) {
    if (bytes[at] === 34 /* " */ && (quoted || at === begin)) quoted = !quoted;
    if (at < end && (quoted || bytes[at] !== separator)) continue;
    if (field < fields) {
      let first = begin, last = at;
      while (first < last && isAround(bytes[first]!)) first++;
      while (last > first && isAround(bytes[last - 1]!)) last--;
      spans[2 * field] = first, spans[2 * field + 1] = last;
    }
    field++;
    begin = at + 1;
  }
  if (field === fields) return true;
  const hint = field > fields && separator === 44
    ? "; are there decimal commas in a file separated by commas?"
    : "";
  throw new SyntaxError(`Cannot read line ${row.line} as ${fields} fields: it has ${field}${hint}`);
}

/** A blank or a quotation mark. */
function isAround(byte: number): boolean {
  return byte === 32 || byte === 34;
}

function timeOf(row: Row): number {
  const { header: { time }, bytes, spans } = row;
  if (time.length > 1) return timeOfParts(row);
  const found = parseTime(bytes, spans[2 * time[0]!]!, spans[2 * time[0]! + 1]!);
  if (!Number.isNaN(found)) return found;
  throw new SyntaxError(
    `Cannot read line ${row.line} as beginning with a time, yyyy-mm-dd HH:MM:SS or dd.mm.yyyy HH:MM:SS: ${
      textOf(row, time[0]!)
    }`,
  );
}

/** The first moment of a year, month and day that stand in columns of their own. */
function timeOfParts(row: Row): number {
  const [year = NaN, month = 1, day = 1] = row.header.time.map((field) => numberIn(row, field));
  const found = Date.UTC(year, month - 1, day), back = new Date(found);
  if (back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === day) {
    return found;
  }
  throw new SyntaxError(
    `Cannot read line ${row.line} as of a year, month and day: ${year}, ${month}, ${day}`,
  );
}

function numberIn(row: Row, field: number): number {
  const { bytes, header: { decimal, missingNumbers, missingWords }, spans } = row;
  const from = spans[2 * field]!, to = spans[2 * field + 1]!;
  const value = parseNumber(bytes, from, to, decimal);
  if (value !== undefined) return missingNumbers.includes(value) ? NaN : value;
  const text = textOf(row, field);
  if (missingWords.has(text)) return NaN;
  const comma = decimal === 46 && /^[+-]?\d+,\d+$/.test(text)
    ? '; pass { decimal: "," } for decimal commas'
    : "";
  throw new SyntaxError(
    `Cannot read field ${field + 1} of line ${row.line} as a number: ${JSON.stringify(text)}${comma}`,
  );
}

function textOf({ bytes, spans }: Row, field: number): string {
  return new TextDecoder("latin1").decode(bytes.subarray(spans[2 * field]!, spans[2 * field + 1]!));
}
