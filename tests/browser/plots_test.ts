import assert from "node:assert/strict";
import { startBrowser } from "../../tools/report/browser.ts";

const root = new URL("../../", import.meta.url);
const plotly = new URL("node_modules/plotly.js-cartesian-dist-min/plotly-cartesian.min.js", root);
const snapshots = new URL("tests/plots/snapshots/", root);

/** What plotly.js says of a figure: its own schema's complaints, and how many marks it drew. */
interface Verdict {
  complaints: string[];
  marks: number;
}

Deno.test("plots: plotly.js knows every attribute of every chart, and draws it", async () => {
  const names = [...Deno.readDirSync(snapshots)].map(({ name }) => name).sort();
  assert.ok(names.length >= 10);
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent("<!doctype html><body></body>");
    await page.addScriptTag({ path: Deno.env.get("UNROLL_TEST_PLOTLY") ?? plotly.pathname });
    for (const name of names) {
      const figure = Deno.readTextFileSync(new URL(name, snapshots));
      const verdict = await page.evaluate(`(async () => {
        const figure = ${figure}, place = document.body.appendChild(document.createElement("div"));
        const { legend, ...layout } = figure.layout; // Plotly.validate itself fails on legends
        const complaints = (Plotly.validate(figure.data, layout) ?? [])
          .filter(({ code }) => code !== "unused").map(({ msg }) => msg);
        await Plotly.newPlot(place, figure.data, figure.layout);
        return { complaints, marks: place.querySelectorAll(".barlayer path, .scatterlayer path, .heatmaplayer image").length };
      })()`) as Verdict;
      assert.deepEqual(verdict.complaints, [], name);
      assert.ok(verdict.marks > 0, `${name} is empty`);
    }
  } finally {
    await browser.close();
  }
});
