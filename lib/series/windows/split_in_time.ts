import type { RowRange } from "../tables/measurements.ts";

/**
 * Cuts rows into parts that follow each other in time: what is learnt from comes before what is judged by.
 *
 * @param rows how many rows there are
 * @param shares the share of each part but the last, which takes the rest
 * @returns the parts' rows; part i + 1 begins where part i ends
 * @throws {RangeError} when a share is not above 0, they leave nothing for the last part, or a part has no row
 * @example
 * ```ts
 * import { splitInTime } from "unroll/series/mod.ts";
 * splitInTime(420_551, [200_000 / 420_551, 100_000 / 420_551]); // rows 0, 200,000 and 300,000 begin the book's three parts
 * ```
 */
export function splitInTime(rows: number, shares: readonly number[]): Required<RowRange>[] {
  const sums = shares.reduce<number[]>((all, share) => [...all, (all.at(-1) ?? 0) + share], []);
  const cuts = [0, ...sums.map((sum) => Math.round(sum * rows)), rows];
  const parts = cuts.slice(1).map((to, i) => ({ from: cuts[i]!, to }));
  if (shares.every((share) => share > 0) && parts.every(({ from, to }) => from < to)) return parts;
  throw new RangeError(
    `Cannot split ${rows} rows as into parts of at least one each: by the shares ${shares.join(", ")}`,
  );
}
