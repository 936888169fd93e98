/**
 * Things that are costly to make, by their shapes: made on their first use, and only the latest so many kept, so who uses one asks
 * again each time.
 *
 * @param limit how many are kept
 * @param make makes one
 * @param nameOf a shape's name: shapes of one name share one
 * @returns gives the one for a shape
 */
export function latest<S, P extends { free(): void }>(
  limit: number,
  make: (shape: S) => P,
  nameOf: (shape: S) => string = JSON.stringify,
): (shape: S) => P {
  const kept = new Map<string, P>();
  return (shape) => {
    const name = nameOf(shape), found = kept.get(name) ?? make(shape);
    kept.delete(name);
    kept.set(name, found); // the latest last
    const [oldest] = kept.keys();
    if (kept.size > limit) {
      kept.get(oldest!)!.free();
      kept.delete(oldest!);
    }
    return found;
  };
}
