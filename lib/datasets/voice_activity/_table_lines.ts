/** The lines of a text that say something, with their numbers from 1: neither empty nor a comment. */
export function* tableLines(text: string, comment: string): Generator<{ line: string; number: number }> {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  for (const [i, raw] of lines.entries()) {
    const line = raw.trim();
    if (line !== "" && !line.startsWith(comment)) yield { line, number: i + 1 };
  }
}

/** A number of seconds from 0, as text; NaN for anything else. */
export function secondsOf(field: string | undefined): number {
  return field !== undefined && /^\+?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(field) ? Number(field) : NaN;
}

/** A line that does not parse. */
export function badLine(path: string, format: string, number: number, why: string): SyntaxError {
  return new SyntaxError(`Cannot read ${path} as ${format}: line ${number}: ${why}`);
}
