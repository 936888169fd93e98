import type { RowRange } from "./measurements.ts";

/** A stretch of rows, checked to be inside of the table and not empty. */
export function checkRows({ from = 0, to }: RowRange, length: number): { from: number; to: number } {
  const end = to ?? length;
  const whole = Number.isInteger(from) && Number.isInteger(end);
  if (whole && from >= 0 && from < end && end <= length) return { from, to: end };
  throw new RangeError(`Cannot take rows as a stretch of 0 to ${length}: ${from} to ${end}`);
}
