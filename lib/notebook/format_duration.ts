/**
 * Seconds as people say them.
 *
 * @param seconds a duration in seconds
 * @returns two units at most: "0.4 s", "12 s", "3 min 20 s", "2 h 5 min"
 * @example
 * ```ts
 * import { formatDuration } from "unroll/notebook/mod.ts";
 * formatDuration(200); // "3 min 20 s"
 * ```
 */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0) return "unknown";
  if (seconds < 9.95) return `${Number(seconds.toFixed(1))} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  const minutes = Math.round(whole / 60);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
