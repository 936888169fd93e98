import { pathToFileURL } from "node:url";
import { startBrowser } from "./browser.ts";

const paper = { width: 680, height: 960 }; // what A4 leaves between its margins, in CSS pixels

/**
 * Prints a report's page to PDF with a headless Chromium; the code stands there unfolded.
 *
 * @param page the HTML file
 * @param pdf the file to write
 * @throws {MissingError} when no browser starts here
 * @example
 * ```ts
 * await printPdf("reports/shakespeare_characters.html", "reports/shakespeare_characters.pdf");
 * ```
 */
export async function printPdf(page: string, pdf: string): Promise<void> {
  const browser = await startBrowser();
  try {
    const tab = await browser.newPage();
    await tab.setViewport(paper);
    await tab.goto(pathToFileURL(page).href, { waitUntil: "load" });
    await tab.waitForSelector("html[data-charts]");
    const bytes = await tab.pdf({
      format: "A4",
      printBackground: true,
      preferCSSPageSize: true,
      outline: true,
    });
    await Deno.writeFile(`${pdf}.part`, bytes);
    await Deno.rename(`${pdf}.part`, pdf);
  } finally {
    await browser.close();
  }
}
