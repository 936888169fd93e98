import assert from "node:assert/strict";
import { type Figure, forecastChart, lines } from "../../lib/plots/mod.ts";
import { testGallery } from "./_gallery.ts";

const forecast = { name: "expected", x: ["2024", "2025"], y: [5, 6], lower: [4, 3], upper: [6, 8] };
const titles = { xTitle: "Year", yTitle: "Sunspot number", band: "80 % interval" };

const gallery: Record<string, () => Figure> = {
  forecast: () =>
    forecastChart(forecast, {
      ...{ ...titles, title: "The years to come" },
      measured: { monthly: { x: ["2022", "2023"], y: [2, 4] }, smoothed: { x: ["2022", "2023"], y: [3, 3] } },
    }),
  forecast_alone: () => forecastChart(forecast, titles),
  lines_log_x: () =>
    lines([{ name: "share", x: [2, 20, 200], y: [0.1, 0.9, 0.2] }], {
      ...{ xTitle: "Period (months)", yTitle: "Share", xScale: "log" },
    }),
};

testGallery(gallery);

Deno.test("forecastChart: the band goes along the upper end and back along the lower one", () => {
  const [band] = gallery.forecast_alone!().data as { x: string[]; y: number[] }[];
  assert.deepEqual([band!.x, band!.y], [["2024", "2025", "2025", "2024"], [6, 8, 3, 4]]);
});

Deno.test("forecastChart: refuses values without an interval, and nothing", () => {
  assert.throws(() => forecastChart({ ...forecast, upper: [6] }, titles), {
    name: "TypeError",
    message: /expected as 2 values with an interval each: there are 2, 2, 1/,
  });
  assert.throws(() => forecastChart({ name: "none", x: [], y: [], lower: [], upper: [] }, titles), TypeError);
});
