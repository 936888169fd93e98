import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "puppeteer-core";
import { startBrowser } from "../../tools/report/browser.ts";
import { reportOptions } from "../../tools/report/options.ts";
import { writeReport } from "../../tools/report/write_report.ts";
import { projectAt } from "../../tools/setup/project.ts";
import { exists } from "../../tools/setup/site_packages.ts";
import { code, markdown, toyNotebook } from "../tools/toy_notebook.ts";

const display = (data: string, words: string): string =>
  `await Deno.jupyter.display({ "application/vnd.plotly.v1+json": ${data}, "text/plain": "${words}" }, { raw: true });`;

const cells = [
  markdown("# A toy\n\nA loss of $\\ln 66$.\n\n## Charts"),
  code(
    display(
      "{ data: [{ x: [0, 1, 2], y: [4, 2, 1] }], layout: { title: { text: 'Loss' } } }",
      "The loss falls.",
    ),
  ),
  code(display("{ data: [{ type: 'bar', x: ['e', 't'], y: [3, 2] }], layout: {} }", "Letters.")),
  code(display("{ data: [{ type: 'heatmap', z: [[1, 2], [3, 4]] }], layout: {} }", "A heatmap.")),
  code(display("{ data: [{ type: 'histogram', x: [1, 1, 2] }], layout: {} }", "A histogram.")),
  markdown("## Words"),
  code("for (let i = 0; i < 50; i++) console.log(`line ${i}`, Deno.env.get('UNROLL_PROFILE'));"),
  code("console.log(Deno.env.get('UNROLL_SET'), Deno.env.get('UNROLL_RESULTS'));"),
];
const charts = 4;

/** Runs the toy notebook into a folder of its own and opens its page with the network blocked. */
async function withPage(
  check: (page: Page, folder: string, heard: string[]) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  const file = join(folder, "toy.ipynb");
  await Deno.writeTextFile(file, JSON.stringify(toyNotebook(cells)));
  const options = reportOptions(
    ["--out", join(folder, "out"), "--pdf", "--pictures", "--set", "epochs=3"],
    {},
  );
  const html = await writeReport({ name: "toy", file }, { ...options, project: projectAt() });
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    const heard = await listen(page);
    await page.goto(pathToFileURL(html).href, { waitUntil: "load" });
    await check(page, join(folder, "out"), heard);
  } finally {
    await browser.close();
    await Deno.remove(folder, { recursive: true });
  }
}

/** Blocks every request but the page itself, and keeps what the page asks for and complains of. */
async function listen(page: Page): Promise<string[]> {
  const heard: string[] = [];
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    if (/^(file|data|blob):/.test(request.url())) return request.continue();
    heard.push(`request ${request.url()}`);
    return request.abort();
  });
  page.on("console", (message) => void heard.push(`console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => void heard.push(`error ${error}`));
  return heard;
}

Deno.test("a report opens offline: every chart is drawn, nothing is asked for, nothing complains", async () => {
  await withPage(async (page, out, heard) => {
    await page.waitForSelector("html[data-charts]");
    const drawn = await page.$$eval(
      ".js-plotly-plot",
      (plots) =>
        plots.map((plot) =>
          plot.querySelectorAll(".scatterlayer path, .barlayer path, .heatmaplayer image").length
        ),
    );
    assert.equal(drawn.length, charts);
    drawn.forEach((marks, i) => assert(marks > 0, `chart ${i + 1} is empty`));
    const text = await page.$eval("main", (main) => (main as unknown as { innerText: string }).innerText);
    for (let i = 0; i < 50; i++) assert.match(text, new RegExp(`line ${i} quick`));
    assert.match(text, /\{"epochs":3\}/);
    assert(text.includes(join(out, "results")));
    assert.equal(await page.$$eval("math", (formulas) => formulas.length), 1);
    assert.deepEqual(await page.$$eval(".contents a", (links) => links.map((link) => link.textContent)), [
      "Charts",
      "Words",
    ]);

    assert.equal(await page.$$eval("details.code[open]", (open) => open.length), 0);
    await page.click("#code-toggle");
    assert.equal(await page.$$eval("details.code[open]", (open) => open.length), 6);
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
    const paper = await page.$eval(
      "body",
      (body) =>
        (globalThis as unknown as { getComputedStyle(e: unknown): { backgroundColor: string } })
          .getComputedStyle(body).backgroundColor,
    );
    assert.notEqual(paper, "rgb(255, 255, 255)");
    assert.deepEqual(heard, []);

    const pdf = await Deno.readFile(join(out, "toy.pdf"));
    assert.equal(new TextDecoder().decode(pdf.subarray(0, 5)), "%PDF-");
    assert(pdf.length > 20_000);
    const picture = await Deno.readTextFile(join(out, "pictures", "toy_01.svg"));
    assert.match(picture, /^<svg[^>]* width="820" height="420"/);
    assert.match(picture, />Loss</);
    assert(await exists(join(out, "pictures", `toy_0${charts}.svg`)));
  });
});
