import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { labArguments } from "../../tools/lab.ts";
import { startBrowser } from "../../tools/report/browser.ts";
import { jupyterEnvironment } from "../../tools/setup/jupyter_environment.ts";
import { projectAt } from "../../tools/setup/project.ts";
import { code, toyNotebook } from "../tools/toy_notebook.ts";

/** A notebook that is open in JupyterLab. */
export interface OpenNotebook {
  page: Page;
  /** Clicks through the menus: `menu("Run", "Run All Cells")`. */
  menu(...labels: string[]): Promise<void>;
  /** Saves, and reads each code cell's count and outputs, until `done` says so. */
  saved(done: (cells: SavedCell[]) => boolean): Promise<SavedCell[]>;
}

/** A cell as the notebook file keeps it. */
export interface SavedCell {
  execution_count: number | null;
  outputs: {
    output_type: string;
    name?: string;
    text?: string | string[];
    data?: Record<string, string | string[]>;
    evalue?: string;
  }[];
}

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** Opens a notebook with these cells in a real JupyterLab, as `deno task lab` starts it, and hands it to `work`. */
export async function inJupyterLab(
  cells: string[],
  work: (notebook: OpenNotebook) => Promise<void>,
): Promise<void> {
  const { cache } = projectAt();
  await Deno.mkdir(cache, { recursive: true });
  const folder = await Deno.makeTempDir({ dir: cache, prefix: "lab_" }); // inside: the kernel finds deno.json
  const file = join(folder, "toy.ipynb"), port = freePort();
  await Deno.writeTextFile(file, JSON.stringify(toyNotebook(cells.map((source) => code(source)))));
  const lab = startLab(folder, port);
  try {
    await answers(`http://127.0.0.1:${port}/api`);
    await onPage(
      `http://127.0.0.1:${port}/lab/tree/toy.ipynb?reset`,
      (page) =>
        work({ page, menu: (...labels) => menu(page, labels), saved: (done) => saved(page, file, done) }),
    );
  } finally {
    await end(lab);
    await Deno.remove(folder, { recursive: true });
  }
}

function startLab(folder: string, port: number): Deno.ChildProcess {
  const project = projectAt();
  const own = [
    `--ServerApp.root_dir=${folder}`,
    `--ServerApp.port=${port}`,
    "--no-browser",
    "--IdentityProvider.token=",
  ];
  const args = labArguments(project, own), env = jupyterEnvironment(project);
  return new Deno.Command(project.python, { args, env, stdout: "null", stderr: "null" }).spawn();
}

/** Opens a notebook's page and waits for its kernel. */
async function onPage(url: string, work: (page: Page) => Promise<void>): Promise<void> {
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1300, height: 2400 });
    await page.goto(url, { waitUntil: "load", timeout: 120_000 });
    await page.waitForSelector('.jp-Notebook-ExecutionIndicator[data-status="idle"]', { timeout: 120_000 });
    await pause(1000);
    await accept(page);
    await work(page);
  } finally {
    await browser.close();
  }
}

/** Ends JupyterLab, which ends its kernels; it may have ended by itself. */
async function end(lab: Deno.ChildProcess): Promise<void> {
  try {
    lab.kill("SIGTERM");
  } catch { /* it has ended */ }
  await lab.status;
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return (listener.addr as Deno.NetAddr).port;
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 240; tries++) {
    try {
      const response = await fetch(url);
      await response.body?.cancel();
      if (response.ok) return;
    } catch { /* not yet */ }
    await pause(250);
  }
  throw new Error(`JupyterLab doesn't answer at ${url}`);
}

async function menu(page: Page, labels: string[]): Promise<void> {
  for (const label of labels) {
    const items = `[...document.querySelectorAll(".lm-MenuBar-itemLabel, .lm-Menu-itemLabel")]`;
    const wanted = `${items}.find((element) => element.textContent.trim() === ${JSON.stringify(label)})`;
    const item = await page.waitForFunction(wanted, { timeout: 120_000 });
    await (item.asElement() as ElementHandle).click();
    await pause(400);
  }
  if (await accept(page)) await menu(page, labels);
}

/** Says yes to JupyterLab's question for a kernel; whether it asked. What was clicked before has not been done then. */
async function accept(page: Page): Promise<boolean> {
  const button = await page.$(".jp-Dialog .jp-mod-accept");
  if (!button) return false;
  await button.click();
  await pause(1500);
  return true;
}

async function saved(page: Page, file: string, done: (cells: SavedCell[]) => boolean): Promise<SavedCell[]> {
  for (let tries = 0; tries < 80; tries++) {
    await page.keyboard.down("Control");
    await page.keyboard.press("s");
    await page.keyboard.up("Control");
    await pause(1500);
    const cells = cellsOf(await Deno.readTextFile(file));
    if (cells && done(cells)) return cells;
  }
  await page.screenshot({ path: `${projectAt().cache}/lab_failure.png` });
  throw new Error("The cells didn't end in time; .cache/lab_failure.png shows the page");
}

/** A notebook's cells; undefined while JupyterLab is still writing the file. */
function cellsOf(notebook: string): SavedCell[] | undefined {
  if (!notebook.trimEnd().endsWith("}")) return undefined;
  return (JSON.parse(notebook) as { cells: SavedCell[] }).cells;
}
