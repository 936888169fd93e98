import assert from "node:assert/strict";
import { autocorrelation, decompose, periodogram } from "../../lib/series/mod.ts";
import golden from "../reference/series/golden.json" with { type: "json" };

const wavy = (length: number) =>
  Float64Array.from({ length }, (_, i) => {
    const waves = 2 * Math.sin(2 * Math.PI * i / 12) + Math.sin(2 * Math.PI * i / 31.7);
    return 0.02 * i + waves + ((i * 7) % 11) / 10;
  });

function assertNear(received: ArrayLike<number>, expected: readonly (number | null)[], within: number): void {
  assert.equal(received.length, expected.length);
  expected.forEach((value, i) => {
    const near = value === null ? Number.isNaN(received[i]!) : Math.abs(received[i]! - value) < within;
    assert.ok(near, `${i}: ${received[i]} is not ${value}`);
  });
}

for (const [name, expected] of Object.entries(golden)) {
  const [length, period] = name.split(" ").map(Number), values = wavy(length!);

  Deno.test(`decompose: statsmodels's seasonal_decompose, ${length} values, period ${period}`, () => {
    const { trend, season, rest } = decompose(values, { period: period! });
    assertNear(trend, expected.trend, 1e-5);
    assertNear(season, expected.season, 1e-5);
    assertNear(rest, expected.rest, 1e-5);
  });

  Deno.test(`autocorrelation: statsmodels's acf, ${length} values`, () =>
    assertNear(autocorrelation(values, { lags: 20 }), expected.autocorrelation, 1e-8));

  Deno.test(`periodogram: SciPy's lombscargle, ${length} values`, () =>
    assertNear(periodogram(values, { periods: expected.periods }), expected.periodogram, 1e-8));
}
