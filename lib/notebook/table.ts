import { formatNumber } from "../plots/mod.ts";
import { escapeHtml, RULE } from "./_html.ts";
import { type Displayable, displayable } from "./displayable.ts";

/** Options of {@linkcode table}. */
export interface TableOptions {
  /** Stands above the table. @default none */
  caption?: string;
  /** Show at most this many rows; the rest is counted below. @default 20 */
  limit?: number;
  /** The columns and their order. @default every key of the rows, as they come */
  columns?: readonly string[];
}

/** A row: column -> value. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * Rows as a table: HTML for pages, aligned text for terminals. Numbers stand right, missing values are dashes.
 *
 * @param rows one record a row
 * @param options caption, limit, columns
 * @returns what `show` takes, and Jupyter itself
 * @example
 * ```ts
 * import { show, table } from "unroll/notebook/mod.ts";
 * show(table([{ character: "e", count: 94611 }], { caption: "Frequencies" }));
 * ```
 */
export function table(rows: readonly Row[], options: TableOptions = {}): Displayable {
  const shown = rows.slice(0, options.limit ?? 20);
  const columns = options.columns ?? [...new Set(shown.flatMap((row) => Object.keys(row)))];
  const grid: Grid = {
    columns,
    cells: shown.map((row) => columns.map((column) => cellText(row[column]))),
    right: columns.map((column) => shown.some((row) => typeof row[column] === "number")),
    caption: options.caption,
    more: rows.length > shown.length ? `${formatNumber(rows.length - shown.length)} more rows` : undefined,
  };
  return displayable({ "text/html": html(grid), "text/plain": plain(grid) });
}

interface Grid {
  columns: readonly string[];
  cells: string[][];
  right: boolean[];
  caption?: string;
  more?: string;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "number") return Number.isNaN(value) ? "–" : formatNumber(value);
  const text = typeof value === "object"
    ? Deno.inspect(value, { breakLength: Infinity, compact: true })
    : String(value);
  return text.length > 200 ? text.slice(0, 199) + "…" : text;
}

function html({ columns, cells, right, caption, more }: Grid): string {
  const side = (i: number): string => `text-align:${right[i] ? "right" : "left"};padding:0.25em 0.8em;`;
  const head = columns.map((name, i) => `<th scope="col" style="${side(i)}">${escapeHtml(name)}</th>`).join(
    "",
  );
  const body = cells.map((row) => {
    const line = row.map((text, i) => `<td style="${side(i)}border-top:${RULE}">${escapeHtml(text)}</td>`)
      .join("");
    return `<tr>${line}</tr>`;
  });
  const title = caption ? `<caption style="${CAPTION}">${escapeHtml(caption)}</caption>` : "";
  const rest = more ? `<p style="margin:0.3em 0.9em;font-size:0.9em;opacity:0.7">${more}</p>` : "";
  return `<table class="unroll-table" style="${TABLE}">${title}<thead><tr>${head}</tr></thead>` +
    `<tbody>${body.join("")}</tbody></table>${rest}`;
}

const TABLE = "border-collapse:collapse;margin:0.5em 0;font-variant-numeric:tabular-nums";
const CAPTION = "caption-side:top;text-align:left;padding:0.3em 0.8em;font-weight:600";

function plain({ columns, cells, right, caption, more }: Grid): string {
  const widths = columns.map((name, i) => Math.max(name.length, ...cells.map((row) => row[i]!.length)));
  const line = (row: readonly string[]): string =>
    row.map((text, i) => right[i] ? text.padStart(widths[i]!) : text.padEnd(widths[i]!)).join("  ").trimEnd();
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  const lines = [caption, line(columns), rule, ...cells.map(line), more && `… ${more}`];
  return lines.filter((text) => text !== undefined).join("\n");
}
