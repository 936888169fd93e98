import { join } from "node:path";

/**
 * The names that tfjs-node itself leaves out, read from its package; Windows-only ones are not among them.
 *
 * @param node folder of the tfjs-node-gpu package
 * @returns parts of spec names
 * @throws {SyntaxError} when the package has no such list
 */
export function upstreamSkips(node: string): string[] {
  const source = Deno.readTextFileSync(join(node, "dist", "run_tests.js"));
  const list = source.slice(source.indexOf("var IGNORE_LIST"), source.indexOf("if (process.platform"));
  const found = [...list.matchAll(/^\s*'(.*)',?$/gm)].map((match) => match[1]!);
  if (found.length === 0) {
    throw new SyntaxError(`Cannot read IGNORE_LIST as a list of names: ${node}/dist/run_tests.js`);
  }
  return found;
}
