import { dirname, join, relative } from "node:path";
import type { Project } from "../setup/project.ts";
import { wholeFolders } from "../setup/start_folder.ts";
import { say } from "../setup/say.ts";
import type { Notebook } from "./find_notebooks.ts";
import type { ReportOptions } from "./options.ts";
import { writeResultsReadme } from "./results_readme.ts";
import { runNotebook } from "./run_notebook.ts";
import { writePage } from "./write_page.ts";

/**
 * Runs a notebook and writes its report: the page, and what was asked for besides.
 *
 * @param notebook which
 * @param options what was asked for, and the project
 * @returns the page's path
 * @throws {ReportError} when the notebook throws or shows too little
 * @throws {MissingError} when something is missing for PDF or pictures
 * @example
 * ```ts
 * import { projectAt } from "../setup/project.ts";
 * import { reportOptions } from "./options.ts";
 * await writeReport({ name: "toy", file: "toy.ipynb" }, { ...reportOptions([], {}), project: projectAt() });
 * ```
 */
export async function writeReport(
  notebook: Notebook,
  { project, profile, out, hideCode, pdf, pictures, live, settings }: ReportOptions & { project: Project },
): Promise<string> {
  const folder = out ?? join(project.root, "reports");
  const kept = join(project.cache, "reports", `${notebook.name}.ipynb`); // with its outputs, also when a cell threw
  const ran = kept.replace(/ipynb$/, `${Deno.pid}.ipynb`); // two runs of one notebook don't meet
  const page = join(folder, `${notebook.name}.html`), results = join(folder, "results");
  const started = performance.now();
  say(`${notebook.name} (${profile})`);
  await Deno.mkdir(results, { recursive: true });
  const env = {
    ...wholeFolders(project.root, Deno.env.toObject()),
    UNROLL_PROFILE: profile,
    UNROLL_RESULTS: results,
    UNROLL_SET: JSON.stringify(settings),
  };
  const information = { profile, date: now(), notebook: notebook.name, deno: Deno.version.deno, settings };
  try {
    await runNotebook(notebook, { project, live, result: ran, env, information });
    await writePage(ran, page, { project, hideCode, folder: dirname(notebook.file) });
    say(`  ${relative(Deno.cwd(), page)} after ${duration(performance.now() - started)}`);
    if (pdf) await addPdf(page);
    if (pictures) await addPictures(ran, join(folder, "pictures"), notebook.name);
    await writeResultsReadme(folder);
  } finally {
    await Deno.rename(ran, kept).catch(() => {});
  }
  return page;
}

function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function now(): string {
  return new Date().toISOString().slice(0, 19) + "Z";
}

// The browser's packages load only where they are needed: a report without them works where they can't.
async function addPdf(page: string): Promise<void> {
  const { printPdf } = await import("./print_pdf.ts");
  const pdf = page.replace(/\.html$/, ".pdf");
  await printPdf(page, pdf);
  say(`  ${relative(Deno.cwd(), pdf)}`);
}

async function addPictures(ran: string, folder: string, name: string): Promise<void> {
  const { figuresOf, stillPictures } = await import("./still_pictures.ts");
  const figures = figuresOf(JSON.parse(await Deno.readTextFile(ran)));
  await Deno.mkdir(folder, { recursive: true });
  const pictures = await stillPictures(figures);
  for (const [i, picture] of pictures.entries()) {
    await Deno.writeTextFile(join(folder, `${name}_${String(i + 1).padStart(2, "0")}.svg`), picture);
  }
  say(`  ${pictures.length} pictures in ${relative(Deno.cwd(), folder)}`);
}
