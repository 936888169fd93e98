import assert from "node:assert/strict";
import { bars, palette } from "../../lib/plots/mod.ts";

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const channel = (from: number): number => {
    const share = parseInt(hex.slice(from, from + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

Deno.test("palette: every colour has 3:1 on white and on dark pages", () => {
  for (const colour of palette) {
    for (const page of ["#ffffff", "#1e1e1e"]) {
      assert.ok(contrast(colour, page) >= 3, `${colour} on ${page}: ${contrast(colour, page).toFixed(2)}`);
    }
  }
});

Deno.test("palette: text reads on white and on dark pages", () => {
  const { font } = bars([["a", 1]], { xTitle: "x", yTitle: "y" }).layout as unknown as {
    font: { color: string };
  };
  assert.ok(contrast(font.color, "#ffffff") >= 4.4);
  assert.ok(contrast(font.color, "#1e1e1e") >= 3.5);
});
