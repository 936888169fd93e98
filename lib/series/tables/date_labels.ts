/** Options of `dateLabels`. */
export interface DateLabelsOptions {
  /** How exact: "2024-06-09" or "2024-06-09 11:40". @default "minute" */
  to?: "day" | "minute";
}

/**
 * Moments as people and date axes of charts read them, UTC.
 *
 * @param times moments in milliseconds [N]
 * @param options how exact
 * @returns a label for each
 * @throws {RangeError} when a moment is none
 * @example
 * ```ts
 * import { dateLabels } from "unroll/series/mod.ts";
 * dateLabels([0, 600_000]); // ["1970-01-01 00:00", "1970-01-01 00:10"]
 * ```
 */
export function dateLabels(times: ArrayLike<number>, { to = "minute" }: DateLabelsOptions = {}): string[] {
  return Array.from(times, (time) => {
    if (Number.isNaN(new Date(time).getTime())) {
      throw new RangeError(`Cannot name a moment as a date: ${time}`);
    }
    return new Date(time).toISOString().slice(0, to === "day" ? 10 : 16).replace("T", " ");
  });
}
