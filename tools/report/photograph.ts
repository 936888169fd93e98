import { pathToFileURL } from "node:url";
import { startBrowser } from "./browser.ts";

/** What is photographed. */
export interface PhotographOptions {
  /** Pixels. @default 1280 */
  width?: number;
  /** Pixels. @default 800 */
  height?: number;
  /** CSS selector of what stands at the top. @default the page's beginning */
  from?: string;
  /** As the reader's system asks for it. @default "light" */
  scheme?: "light" | "dark";
}

/**
 * Takes a picture of a report's page as a reader sees it.
 *
 * @param page the HTML file
 * @param picture the PNG file to write
 * @param options size, place and colours
 * @throws {MissingError} when no browser starts here
 * @example
 * ```ts
 * await photograph("reports/shakespeare_characters.html", "reports/pictures/report.png", { from: "#training-entrenamiento" });
 * ```
 */
export async function photograph(
  page: string,
  picture: string,
  { width = 1280, height = 800, from, scheme = "light" }: PhotographOptions = {},
): Promise<void> {
  const browser = await startBrowser();
  try {
    const tab = await browser.newPage();
    await tab.setViewport({ width, height });
    await tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await tab.goto(pathToFileURL(page).href, { waitUntil: "load" });
    await tab.waitForSelector("html[data-charts]");
    if (from) {
      const place = JSON.stringify(from);
      await tab.evaluate(`document.querySelector(${place}).scrollIntoView({ behavior: "instant" })`);
    }
    await Deno.writeFile(picture, await tab.screenshot({ type: "png" }));
  } finally {
    await browser.close();
  }
}
