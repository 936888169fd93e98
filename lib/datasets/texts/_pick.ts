import type { Random } from "../../core/mod.ts";

/** One of a list: its front more often than its end. */
export function pick<T>(chance: Random, list: readonly T[]): T {
  return list[Math.floor(list.length * chance.next() ** 1.5)]!;
}
