/**
 * Checks a model's sizes by name.
 *
 * @throws {RangeError} when one is not a whole number from 1
 */
export function checkSizes(sizes: Record<string, number>): void {
  for (const [name, size] of Object.entries(sizes)) {
    if (!(Number.isInteger(size) && size >= 1)) {
      throw new RangeError(`Cannot build a model as ${name} >= 1, a whole number: ${size}`);
    }
  }
}

/** Units by a name for each layer of a kind. */
export function namedSizes(kind: string, units: readonly number[]): Record<string, number> {
  return Object.fromEntries(units.map((size, i) => [`units of ${kind} layer ${i + 1}`, size]));
}
