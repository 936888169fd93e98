/** The numbers of a text, NaN where one is none. */
export function parseNumbers(text: string, separator: string): Float32Array {
  return Float32Array.from(text.split(separator), (part) => part.trim() === "" ? NaN : Number(part));
}

/** How many numbers that would be; without making them, for most words of a file are not wanted. */
export function countNumbers(text: string, separator: string): number {
  const code = separator.charCodeAt(0);
  let count = 1;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === code) count++;
  return count;
}
