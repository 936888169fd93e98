/** Orders strings by their code points, as Python does; JavaScript orders by UTF-16 units. */
export function byCodePoint(a: string, b: string): number {
  const left = [...a], right = [...b];
  for (let i = 0; i < left.length && i < right.length; i++) {
    const difference = left[i]!.codePointAt(0)! - right[i]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
