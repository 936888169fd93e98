const POWERS = Array.from({ length: 23 }, (_, i) => 10 ** i);

/**
 * The number in bytes[from, to); undefined where it is none. Up to fifteen digits it is rounded as `Number` does; others and numbers
 * with an exponent go through `Number` itself.
 */
export function parseNumber(
  bytes: Uint8Array,
  from: number,
  to: number,
  decimal: number,
): number | undefined {
  const sign = bytes[from];
  const negative = sign === 45; /* - */
  let value = 0, digits = 0, after = -1;
  for (let at = from + Number(negative || sign === 43 /* + */); at < to; at++) {
    const byte = bytes[at]!, digit = byte - 48;
    if (digit >= 0 && digit <= 9) value = 10 * value + digit, digits++;
    else if (byte === decimal && after < 0) after = digits;
    else return slowNumber(bytes.subarray(from, to), decimal);
  }
  if (digits === 0) return undefined;
  if (digits > 15) return slowNumber(bytes.subarray(from, to), decimal);
  const size = after < 0 ? value : value / POWERS[digits - after]!;
  return negative ? -size : size;
}

const SCIENTIFIC = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function slowNumber(bytes: Uint8Array, decimal: number): number | undefined {
  const point = String.fromCharCode(decimal), text = String.fromCharCode(...bytes);
  if (point !== "." && text.includes(".")) return undefined;
  const plain = text.replace(point, ".");
  return SCIENTIFIC.test(plain) ? Number(plain) : undefined;
}
