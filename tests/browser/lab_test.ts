import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { startBrowser } from "../../tools/report/browser.ts";
import { projectAt } from "../../tools/setup/project.ts";
import { code, markdown, toyNotebook } from "../tools/toy_notebook.ts";

const { root, cache } = projectAt();
const picture = join(cache, "browser", "lab_test.png") as `${string}.png`; // of the page, when a check fails
const figure = "{ data: [{ y: [4, 2, 1] }], layout: { title: { text: 'Loss' } } }";
const cells = [
  markdown("# A toy"),
  code(
    `await Deno.jupyter.display({ "application/vnd.plotly.v1+json": ${figure}, "text/plain": "A chart." }, { raw: true });`,
  ),
  code("console.log('the answer is', 6 * 7);"),
  code("[1, 2, 3].map((x) => x * x)"),
];

interface Lab {
  /** JupyterLab's address with its token. */
  url: URL;
  stop(): Promise<void>;
}

/** Starts `deno task lab` on a folder and waits for the address that it prints. */
async function startLab(folder: string, home: string): Promise<Lab> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      join(root, "tools/lab.ts"),
      "--no-browser",
      `--port=${freePort()}`,
      `--ServerApp.root_dir=${folder}`,
    ],
    env: { HOME: home, DENO_DIR: Deno.env.get("DENO_DIR") ?? join(Deno.env.get("HOME")!, ".cache", "deno") },
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const lines = child.stderr.pipeThrough(new TextDecoderStream());
  let said = "";
  const { promise: url, resolve, reject } = Promise.withResolvers<URL>();
  child.status.then(() => reject(new Error(`JupyterLab ended: ${said}`)));
  const reading = (async () => {
    for await (const text of lines) {
      said += text;
      const address = said.match(/http:\/\/127\.0\.0\.1:\d+\/lab\?token=\w+/);
      if (address) resolve(new URL(address[0]));
    }
  })();
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await child.status;
    await reading;
  };
  return { url: await url, stop };
}

function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr as Deno.NetAddr;
  listener.close();
  return port;
}

/** Clicks a menu's entries by their words; what runs in the page is text, so that no DOM types are needed here. */
async function menu(page: Page, ...labels: string[]): Promise<void> {
  for (const label of labels) {
    const find = `[...document.querySelectorAll(".lm-MenuBar-itemLabel, .lm-Menu-itemLabel")]
      .find((entry) => entry.textContent.trim() === ${JSON.stringify(label)})`;
    const entry = await page.waitForFunction(find, { timeout: 120_000 });
    await (entry.asElement() as ElementHandle).click();
    await new Promise((done) => setTimeout(done, 800)); // a menu that still moves takes the click for its neighbour
  }
}

/** Waits until the notebook has a kernel that waits for work; a click before that opens a dialog. */
async function kernelStarted({ url }: Lab): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    const response = await fetch(new URL(`/api/sessions${url.search}`, url));
    const [session] = await response.json();
    if (session?.kernel?.execution_state === "idle") return;
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error("the notebook's kernel did not start within a minute");
}

async function inLab(check: (page: Page, lab: Lab) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir(), home = await Deno.makeTempDir();
  await Deno.writeTextFile(join(folder, "toy.ipynb"), JSON.stringify(toyNotebook(cells)));
  const lab = await startLab(folder, home);
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1300, height: 2000 });
    const address = new URL(lab.url);
    address.pathname = "/lab/tree/toy.ipynb";
    await page.goto(address.href, { waitUntil: "load", timeout: 120_000 });
    await check(page, lab).catch(async (error) => {
      await Deno.mkdir(dirname(picture), { recursive: true });
      await page.screenshot({ path: picture });
      throw error;
    });
  } finally {
    await browser.close();
    await lab.stop();
  }
  assert.deepEqual(
    [...Deno.readDirSync(home)].map(({ name }) => name),
    [],
    "JupyterLab wrote into the home folder",
  );
  await Deno.remove(folder, { recursive: true });
  await Deno.remove(home, { recursive: true });
}

Deno.test("JupyterLab opens a notebook, runs it and draws its chart", async () => {
  await inLab(async (page, lab) => {
    await kernelStarted(lab);
    await menu(page, "Run", "Run All Cells");
    await page.waitForSelector(".jp-OutputArea .js-plotly-plot .main-svg", { timeout: 120_000 });
    const whole =
      `/the answer is 42/.test(document.body.textContent) && /1, 4, 9/.test(document.body.textContent)`;
    await page.waitForFunction(whole, { timeout: 120_000 });
    const exporters = await page.evaluate(
      async (address: string) => await (await fetch(address)).json(),
      new URL(`/api/nbconvert${lab.url.search}`, lab.url).href,
    );
    assert("unroll" in exporters, `JupyterLab exports as ${Object.keys(exporters)}`);
    await menu(page, "File", "Save Notebook");
    const html = await page.evaluate(
      async (address: string) => await (await fetch(address)).text(),
      new URL(`/nbconvert/unroll/toy.ipynb${lab.url.search}`, lab.url).href,
    );
    assert.match(html, /<title>A toy<\/title>/);
    assert.match(html, /Content-Security-Policy/);
  });
});
