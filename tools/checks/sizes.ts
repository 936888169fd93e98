import { join } from "node:path";
import { blank } from "./blank.ts";
import type { Check, Problem } from "./check.ts";
import { functions } from "./functions.ts";
import { projectFiles } from "./project_files.ts";

const longestFile = 200;
const longestFunction = 40;
const excuse = /\blong because\b/i;
const code = /^(lib|tools|tests|bench|examples)\/.*\.ts$/;

/** Files above 200 lines and functions above 40 say in their first comment why ("Long because …"). */
export const sizes: Check = {
  name: "sizes",
  async run(root) {
    const files = (await projectFiles(root)).filter((file) => code.test(file));
    const problems = files.flatMap((file) => sizeProblems(file, Deno.readTextFileSync(join(root, file))));
    return { looked: files.length, problems };
  },
};

function sizeProblems(file: string, source: string): Problem[] {
  if (excuse.test(firstComment(source))) return [];
  const lines = source.trimEnd().split("\n");
  const advice = 'split it, or say why in the first comment ("Long because …")';
  const tooLong = functions(blank(source, { strings: true }))
    .filter(({ first, last }) => last - first + 1 > longestFunction)
    .filter(({ first }) => !excuse.test(commentAbove(lines, first)))
    .map(({ name, first, last }) => ({
      file,
      line: first,
      what: `${name} has ${last - first + 1} lines; ${advice}`,
    }));
  if (lines.length <= longestFile) return tooLong;
  return [{ file, what: `has ${lines.length} lines; ${advice}` }, ...tooLong];
}

function firstComment(source: string): string {
  return /^\s*(\/\*[\s\S]*?\*\/|(\/\/[^\n]*\n)+)/.exec(source)?.[0] ?? "";
}

/** The comment that ends on the line before `line`. */
function commentAbove(lines: string[], line: number): string {
  let first = line - 1;
  while (first > 0 && /^\s*(\/\/|\/\*|\*)/.test(lines[first - 1]!)) first--;
  return lines.slice(first, line - 1).join("\n");
}
