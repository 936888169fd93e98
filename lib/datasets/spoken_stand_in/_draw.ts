import type { Random } from "../../core/mod.ts";
import type { Range } from "./_speech_parameters.ts";

/** A number of a range. */
export function within([least, greatest]: Range, chance: Random): number {
  return least + (greatest - least) * chance.next();
}

/** One of a list, all equally likely. */
export function oneOf<T>(items: readonly T[], chance: Random): T {
  return items[chance.integer(0, items.length)]!;
}

/** A duration (s) whose logarithm is normal about the median, within its range. */
export function seconds(
  { median, deviation, range: [least, greatest] }: { median: number; deviation: number; range: Range },
  chance: Random,
): number {
  return Math.min(greatest, Math.max(least, median * Math.exp(deviation * chance.normal())));
}
