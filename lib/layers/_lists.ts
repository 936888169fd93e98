/** One thing or several as a list; nothing as an empty one. */
export function asList<T>(value: T | T[] | null | undefined): T[] {
  return value == null ? [] : Array.isArray(value) ? value : [value];
}
