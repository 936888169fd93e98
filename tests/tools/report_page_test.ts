import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { writePage } from "../../tools/report/write_page.ts";
import { ReportError } from "../../tools/setup/command_line.ts";
import { projectAt } from "../../tools/setup/project.ts";
import { chart, code, markdown, toyNotebook } from "./toy_notebook.ts";

const project = projectAt();

/** The page that the exporter makes of these cells. */
async function page(
  cells: Parameters<typeof toyNotebook>[0],
  options: { hideCode?: boolean } = {},
): Promise<string> {
  const folder = await Deno.makeTempDir();
  try {
    const notebook = join(folder, "toy.ipynb");
    await Deno.writeTextFile(notebook, JSON.stringify(toyNotebook(cells)));
    await writePage(notebook, join(folder, "toy.html"), { project, folder: dirname(notebook), ...options });
    return await Deno.readTextFile(join(folder, "toy.html"));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** What stands in the page's body, scripts aside: short enough to be printed when a test fails. */
const body = (html: string): string =>
  html.slice(html.indexOf("<body>")).replaceAll(/<script>.*?<\/script>/gs, "");

const count = (text: string, part: string | RegExp): number => text.split(part).length - 1;

Deno.test("a page holds text, formulas, folded code, output, charts and its own plotly.js, and loads nothing", async () => {
  const html = await page([
    markdown(
      "# A toy\n\nThe loss is $\\ln 66$.\n\n## First part\n\n$$e^x = \\sum_k \\frac{x^k}{k!}$$\n\n## First part" +
        "\n\nOf a matrix $$\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}$$ and what can't be read: $\\left( 1$.",
    ),
    code("// Two charts\nshow(a);", [chart("The loss falls."), chart("It falls </script> again.")]),
    code("console.log(1 < 2)", [{ output_type: "stream", name: "stdout", text: "1 < 2 is true\n" }]),
  ]);
  assert.match(html, /<title>A toy<\/title>/);
  assert.match(html, /<a href="#first-part">First part<\/a>.*<a href="#first-part-2">First part<\/a>/s);
  assert.equal(count(html, /<math[ >]/), 3);
  assert.match(body(html), /<mtable/);
  assert.match(body(html), /<code class="tex">\\left\( 1<\/code>/);
  assert.equal(count(html, /<details class="code"/), 2);
  assert.match(html, /<summary>Two charts <small>2 lines<\/small><\/summary>/);
  assert.equal(count(html, '<figure class="chart">'), 2);
  assert.match(html, /<figcaption>The loss falls\.<\/figcaption>/);
  assert.match(html, /aria-label="The loss falls\."/);
  assert.match(html, /1 &lt; 2 is true/);
  assert.equal(count(html, "plotly.js (cartesian"), 1);
  assert.match(html, /Content-Security-Policy" content="default-src 'none'/);
  assert.doesNotMatch(html.replaceAll(/<script>.*?<\/script>/gs, ""), /(src|href)="(https?:)?\/\//);
});

Deno.test("a page says how it was run, once, and where the data came from", async () => {
  const run = {
    engine: "tensorflow 2.21.0",
    seed: 7,
    data: [{ id: "toy", title: "Toy corpus", source: "stand-in" }],
  };
  const html = await page([
    markdown("# A toy"),
    code("runInformation(…)", [{
      output_type: "display_data",
      metadata: {},
      data: { "application/vnd.unroll.run+json": run, "text/html": "<p>only in the notebook</p>" },
    }]),
  ]);
  assert.match(html, /<dt>Data<\/dt><dd>Toy corpus \(stand-in\)<\/dd>/);
  assert.match(html, /<dt>Seed<\/dt><dd>7<\/dd>/);
  assert.match(html, /<dt>Profile<\/dt><dd>quick<\/dd>/);
  assert.match(html, /<dt>Duration<\/dt><dd>1 min 5 s<\/dd>/);
  assert.match(html, /class="eyebrow">Quick run · 2026-11-21 · tensorflow 2\.21\.0</);
  assert.doesNotMatch(html, /only in the notebook/);
  assert(html.length < 60_000, `without charts a page does without plotly.js: ${html.length} characters`);
});

Deno.test("--hide-code leaves the code out and keeps what it shows", async () => {
  const cells = [
    markdown("# A toy"),
    code("const secret = 1;", [chart("A chart.")]),
    code("const silent = 2;"),
  ];
  const html = await page(cells, { hideCode: true });
  assert.doesNotMatch(body(html), /secret|silent|code-toggle/);
  assert.match(body(html), /A chart\./);
});

Deno.test("an output that a browser would have to fetch is refused", async () => {
  const picture = {
    output_type: "display_data",
    metadata: {},
    data: { "text/html": '<img src="https://example.org/a.png">' },
  };
  await assert.rejects(page([code("show(x)", [picture])]), (error: Error) => {
    assert(error instanceof ReportError);
    assert.match(
      error.message,
      /^Cannot export as one offline file: a cell loads https:\/\/example\.org\/a\.png/,
    );
    return true;
  });
});

Deno.test("the exporter knows which cells show something", async () => {
  const cells: [string, boolean][] = [
    ["show(figure);", true],
    ["await show(figure);", true],
    ["say`There are ${n} words.`", true],
    ["for (const x of xs) console.log(x);", true],
    ["Deno.jupyter.display(a, { raw: true })", true],
    ["const card = progressCard();", true],
    ["const x = 1; // show(x)", false],
    ['const text = "show(x)";', false],
    ["function draw() {\n  show(x);\n}", false],
    ["const draw = () => show(x);", false],
    ['import { show } from "unroll";', false],
    ["const shown = flow(x);", false],
  ];
  const program = "import json, sys, nbformat.v4 as v\nfrom unroll_report.shows import shows_something\n" +
    "print(json.dumps([shows_something(v.new_code_cell(s)) for s in json.load(sys.stdin)]))";
  const child = new Deno.Command(project.python, { args: ["-c", program], stdin: "piped", stdout: "piped" })
    .spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(JSON.stringify(cells.map(([source]) => source))));
  await writer.close();
  const answers = JSON.parse(new TextDecoder().decode((await child.output()).stdout));
  cells.forEach(([source, expected], i) => assert.equal(answers[i], expected, source));
});
