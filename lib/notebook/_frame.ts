import type { Row } from "./table.ts";

/** The part of a danfo DataFrame or Series that a table needs; the package itself is never loaded here. */
interface Frame {
  columns: string[];
  index: (string | number)[];
  values: unknown[];
  shape: number[];
}

/** Whether a value is a DataFrame or a Series, told by its parts. */
export function isFrame(value: unknown): value is Frame {
  const frame = value as Partial<Frame> | null;
  return typeof frame === "object" && frame !== null && Array.isArray(frame.columns) &&
    Array.isArray(frame.index) &&
    Array.isArray(frame.shape) && "values" in frame;
}

/** A frame's rows; its index becomes a first column unless it only counts. */
export function frameRows(frame: Frame): Row[] {
  const counts = frame.index.every((label, i) => label === i);
  return Array.from(frame.values, (row, i) => {
    const cells = Array.isArray(row) ? row : [row];
    const named = Object.fromEntries(frame.columns.map((name, j) => [name, cells[j]]));
    return counts ? named : { "": frame.index[i], ...named };
  });
}
