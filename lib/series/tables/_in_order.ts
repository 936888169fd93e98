/** The rows in order of time, of rows with one time the first; null where they stand so already. */
export function inOrder(
  times: Float64Array,
): { kept: Int32Array | null; unsorted: number; repeated: number } {
  let unsorted = 0, alike = 0, latest = -Infinity;
  for (const time of times) {
    if (time < latest) unsorted++;
    else if (time === latest) alike++;
    else latest = time;
  }
  if (unsorted + alike === 0) return { kept: null, unsorted: 0, repeated: 0 };
  const order = Int32Array.from(times, (_, row) => row);
  order.sort((a, b) => times[a]! - times[b]! || a - b);
  const kept = order.filter((row, i) => i === 0 || times[row] !== times[order[i - 1]!]);
  return { kept, unsorted, repeated: order.length - kept.length };
}
