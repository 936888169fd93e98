/** A warning when the machine is doing other work, or nothing; figures taken then are worth less. */
export function loadWarning([lastMinute = 0]: readonly number[] = Deno.loadavg()): string | undefined {
  if (lastMinute <= 0.5) return undefined;
  return `Warning: the machine is busy (load ${
    lastMinute.toFixed(1)
  } over the last minute). Times will be too long; ` +
    "ratios hold roughly, because the systems take turns.";
}
