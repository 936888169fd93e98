/**
 * A number as a sentence or a table shows it: whole numbers and thousands with separators, fractions with four
 * significant digits, very small ones in powers of ten.
 *
 * @param value the number
 * @returns its text
 * @example
 * ```ts
 * import { formatNumber } from "unroll/plots/mod.ts";
 * formatNumber(1115394); // "1,115,394"
 * formatNumber(4.18965); // "4.19"
 * ```
 */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "not a number" : value > 0 ? "∞" : "−∞";
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e15)) return value.toExponential(2).replace("e+", "e");
  if (Number.isInteger(value) || size >= 1000) return Math.round(value).toLocaleString("en-US");
  return value.toLocaleString("en-US", { maximumSignificantDigits: 4 });
}
