import chromium from "@sparticuz/chromium";
import puppeteer, { type Browser } from "puppeteer-core";
import { MissingError } from "../../lib/core/mod.ts";

const here = "a Chromium, Chrome or Edge program in UNROLL_CHROMIUM";

/**
 * Starts a headless Chromium: the one named in `UNROLL_CHROMIUM`, otherwise the one inside the npm packages.
 *
 * @param env the variables to look in
 * @returns the browser; close it
 * @throws {MissingError} when none starts here
 * @example
 * ```ts
 * const browser = await startBrowser();
 * ```
 */
export async function startBrowser(
  env: Record<string, string | undefined> = Deno.env.toObject(),
): Promise<Browser> {
  const named = env.UNROLL_CHROMIUM;
  if (!named && (Deno.build.os !== "linux" || Deno.build.arch !== "x86_64")) {
    throw new MissingError(
      `Cannot start a headless browser as one for ${Deno.build.os} ${Deno.build.arch}: name ${here}`,
    );
  }
  try {
    return await puppeteer.launch({
      executablePath: named ?? await chromium.executablePath(),
      args: named ? ["--no-sandbox"] : [...chromium.args, "--no-sandbox", "--disable-gpu"],
      headless: named ? true : "shell",
    });
  } catch (error) {
    const why = (error as Error).message.split("\n")[0];
    throw new MissingError(
      `Cannot start a headless browser: ${why}; install its system libraries, or name ${here}`,
    );
  }
}
