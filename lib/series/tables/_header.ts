import type { ParseMeasurementsOptions } from "./parse_measurements.ts";

/** What is known before the first row is read. */
export interface Header {
  /** Where the rows begin. */
  start: number;
  /** The number of the first row's line, from 1. */
  line: number;
  encoding: "utf-8" | "latin-1";
  /** Byte between fields. */
  separator: number;
  /** Byte before decimals. */
  decimal: number;
  /** Fields of a row. */
  fields: number;
  /** The place of the time among the fields, or those of year, month and day. */
  time: number[];
  /** The columns to keep. */
  columns: { name: string; field: number }[];
  /** Numbers that mark a missing value: few, so that a list is quickest. */
  missingNumbers: number[];
  /** Words that do. */
  missingWords: ReadonlySet<string>;
}

const MISSING = [-9999, "", "NA", "NaN", "nan", "null", "-"];

/** Reads the line of names, or takes the given ones. */
export function header(bytes: Uint8Array, options: ParseMeasurementsOptions): Header {
  const begin = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const newline = bytes.indexOf(10, begin), end = newline < 0 ? bytes.length : newline;
  const { text, encoding } = decode(bytes.subarray(begin, end));
  const separator = options.separator ?? commonest(text);
  const decimal = options.decimal ?? ".";
  if (separator === decimal && !bytes.includes(34 /* " */)) {
    throw new RangeError(
      `Cannot read measurements as separated by one sign, with another before decimals: both are "${decimal}"`,
    );
  }
  const names = options.names ?? fieldsOf(text, separator).map(unquoted);
  const time = [options.time ?? names[0]!].flat();
  const kept = options.columns ?? names.filter((name) => !time.includes(name));
  const missing: readonly (number | string)[] = options.missing ?? MISSING;
  return {
    start: options.names ? begin : end + 1,
    line: options.names ? 1 : 2,
    encoding,
    separator: separator.charCodeAt(0),
    decimal: decimal.charCodeAt(0),
    fields: names.length,
    time: time.map((name) => placeOf(name, names)),
    columns: kept.map((name) => ({ name, field: placeOf(name, names) })),
    missingNumbers: missing.filter((mark) => typeof mark === "number"),
    missingWords: new Set(missing.filter((mark) => typeof mark === "string")),
  };
}

function decode(bytes: Uint8Array): { text: string; encoding: Header["encoding"] } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    return { text: new TextDecoder("latin1").decode(bytes), encoding: "latin-1" };
  }
}

function commonest(text: string): string {
  const bare = text.replace(/"[^"]*"/g, ""), count = (sign: string): number => bare.split(sign).length;
  return [";", "\t", ","].reduce((best, sign) => count(sign) > count(best) ? sign : best);
}

/** A separator within quotation marks separates nothing. */
function fieldsOf(line: string, separator: string): string[] {
  const fields: string[] = [];
  let begin = 0, quoted = false;
  for (let at = 0; at <= line.length; at++) {
    if (line[at] === '"' && (quoted || at === begin)) quoted = !quoted;
    if (at < line.length && (quoted || line[at] !== separator)) continue;
    fields.push(line.slice(begin, at));
    begin = at + 1;
  }
  return fields;
}

function unquoted(name: string): string {
  const [, inner] = /^"(.*)"$/.exec(name.trim()) ?? [];
  return inner?.replaceAll('""', '"') ?? name.trim();
}

function placeOf(name: string, names: readonly string[]): number {
  const place = names.indexOf(name);
  if (place >= 0 && names.lastIndexOf(name) === place) return place;
  const there = names.map((one) => JSON.stringify(one)).join(", ");
  const why = place < 0 ? "has no" : "has more than one";
  throw new RangeError(
    `Cannot read measurements as with the column ${JSON.stringify(name)}: the file ${why} such: ${there}`,
  );
}
