/**
 * The middle value, or the mean of the two middle ones.
 *
 * @param values at least one number, in any order
 * @returns the median
 * @throws {RangeError} when there is no value
 */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b), half = sorted.length >> 1;
  if (sorted.length === 0) {
    throw new RangeError("Cannot find the median as the middle of at least one value: none");
  }
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/**
 * How many steps fill a turn.
 *
 * @param stepMs milliseconds of one
 * @param turnMs milliseconds of a turn
 * @returns at least 1, at most 2,000
 */
export function stepsOfTurn(stepMs: number, turnMs: number): number {
  return Math.min(2000, Math.max(1, Math.round(turnMs / stepMs)));
}
