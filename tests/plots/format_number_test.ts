import assert from "node:assert/strict";
import { formatNumber } from "../../lib/plots/mod.ts";

Deno.test("formatNumber: whole, fractional, tiny, huge and no numbers", () => {
  const texts: [number, string][] = [
    [0, "0"],
    [66, "66"],
    [1115394, "1,115,394"],
    [-4022850, "-4,022,850"],
    [4.18965, "4.19"],
    [88.31, "88.31"],
    [12345.6, "12,346"],
    [0.00012345, "0.0001235"],
    [0.0000123, "1.23e-5"],
    [1.5e20, "1.50e20"],
    [NaN, "not a number"],
    [Infinity, "∞"],
    [-Infinity, "−∞"],
  ];
  for (const [value, text] of texts) assert.equal(formatNumber(value), text);
});
