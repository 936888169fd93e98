/** The numbers of a text, NaN where one is none. Vector files hold tens of millions: none is cut out as a text. */
export function parseNumbers(text: string, separator: string): Float32Array {
  const numbers = new Float32Array(countNumbers(text, separator));
  let start = 0;
  for (let i = 0; i < numbers.length; i++) {
    const next = text.indexOf(separator, start), end = next < 0 ? text.length : next;
    numbers[i] = parseNumber(text, start, end);
    start = end + 1;
  }
  return numbers;
}

/** One more than there are separators; none in an empty text. */
export function countNumbers(text: string, separator: string): number {
  if (text === "") return 0;
  const code = separator.charCodeAt(0);
  let count = 1;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === code) count++;
  return count;
}

const ZERO = 48, POINT = 46, MINUS = 45;

/** Up to 15 digits with a point between are one exact division, hence what `Number` gives; the rest is left to it. */
function parseNumber(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start) === MINUS ? start + 1 : start;
  let digits = 0, point = end - 1;
  for (let i = first; i < end; i++) {
    const code = text.charCodeAt(i), digit = code - ZERO;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (code === POINT && point === end - 1 && i > first && i < end - 1) point = i;
    else return slow(text.slice(start, end));
  }
  if (first === end || end - first > 16) return slow(text.slice(start, end));
  const value = digits / 10 ** (end - 1 - point);
  return first > start ? -value : value;
}

/** `Number`, but an empty text is none. */
function slow(text: string): number {
  return text.trim() === "" ? NaN : Number(text);
}
