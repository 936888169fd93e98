import { join } from "node:path";
import { MissingError } from "../../lib/core/mod.ts";
import { projectAt } from "../setup/project.ts";
import { startBrowser } from "./browser.ts";

/** A Plotly figure. */
export interface Figure {
  data: unknown[];
  layout: Record<string, unknown>;
}

/** How pictures are drawn. */
export interface StillPicturesOptions {
  /** Pixels. @default 820 */
  width?: number;
  /** Pixels. @default 420 */
  height?: number;
  /** The plotly.js to draw with. @default the project's own */
  plotly?: string;
}

/**
 * Draws figures as SVG, by plotly.js itself in a headless Chromium.
 *
 * @param figures what to draw
 * @param options how big
 * @returns one SVG text a figure, in the same order
 * @throws {MissingError} when plotly.js or a browser is missing
 * @example
 * ```ts
 * const [svg] = await stillPictures([{ data: [{ y: [1, 2] }], layout: {} }]);
 * ```
 */
export async function stillPictures(
  figures: Figure[],
  options: StillPicturesOptions = {},
): Promise<string[]> {
  const { width = 820, height = 420, plotly = ownPlotly() } = options;
  const code = await Deno.readTextFile(plotly).catch(() => {
    throw new MissingError(
      `Cannot draw charts as plotly.js is missing: no ${plotly}; run \`deno task setup\``,
    );
  });
  const browser = await startBrowser();
  try {
    const tab = await browser.newPage();
    await tab.evaluate(code);
    const pictures: string[] = [];
    for (const figure of figures) {
      pictures.push(decode(await tab.evaluate(drawing(figure, { width, height }))));
    }
    return pictures;
  } finally {
    await browser.close();
  }
}

function drawing({ data, layout }: Figure, size: { width: number; height: number }): string {
  const page = { paper_bgcolor: "#ffffff", plot_bgcolor: "#ffffff", ...layout, ...size };
  return `Plotly.toImage(${JSON.stringify({ data, layout: page })}, ${
    JSON.stringify({ format: "svg", ...size })
  })`;
}

function decode(url: unknown): string {
  const text = String(url);
  return decodeURIComponent(text.slice(text.indexOf(",") + 1)) + "\n";
}

function ownPlotly(): string {
  return join(projectAt().root, "node_modules", "plotly.js-cartesian-dist-min", "plotly-cartesian.min.js");
}

/**
 * The figures that a notebook shows, in order.
 *
 * @param notebook a notebook with its outputs
 * @returns the figures
 * @example
 * ```ts
 * const figures = figuresOf(JSON.parse(await Deno.readTextFile("ran.ipynb")));
 * ```
 */
export function figuresOf(
  notebook: { cells: { outputs?: { data?: Record<string, unknown> }[] }[] },
): Figure[] {
  return notebook.cells
    .flatMap((cell) => cell.outputs ?? [])
    .map((output) => output.data?.["application/vnd.plotly.v1+json"] as Figure | undefined)
    .filter((figure) => figure !== undefined);
}
