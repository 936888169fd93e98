import { join } from "node:path";
import type { Check } from "./check.ts";
import { lineOf } from "./line_of.ts";
import { projectFiles } from "./project_files.ts";

const text =
  /\.(ts|js|mjs|json|jsonc|md|ipynb|py|sh|txt|toml|ya?ml|j2|html|css|lock)$|(^|\/)(\.?[\w-]+|\.ci\/run)$/;
const hosts = ["registry.npmjs", "pypi", "files.pythonhosted", "jsr", "npm.jsr", "registry.yarnpkg"];

// Put together here so that this file does not contain what it looks for.
const forbidden: { pattern: RegExp; what: string }[] = [
  {
    pattern: new RegExp(`\\b(${hosts.join("|").replaceAll(".", "\\.")})\\.(org|io|com)\\b`, "g"),
    what: "names a package registry; let the package manager choose it",
  },
  {
    pattern: new RegExp(`(?<![\\w.~\\-/])/(${["work", "tmp", "root"].join("|")})/\\w`, "g"),
    what: "is an absolute path of one machine; make it relative or ask the system",
  },
  {
    pattern: new RegExp(`\\b(${["TO" + "DO", "FIX" + "ME", "X" + "XX"].join("|")})\\b`, "g"),
    what: "is unfinished work; finish it, or write it down as an issue",
  },
];

/** No registry hosts, no paths of one machine, no notes of unfinished work. */
export const words: Check = {
  name: "words",
  async run(root) {
    const files = (await projectFiles(root)).filter((file) => text.test(file));
    const problems = files.flatMap((file) => {
      const source = Deno.readTextFileSync(join(root, file));
      return forbidden.flatMap(({ pattern, what }) =>
        [...source.matchAll(pattern)].map((match) => ({
          file,
          line: lineOf(source, match.index),
          what: `"${match[0]}" ${what}`,
        }))
      );
    });
    return { looked: files.length, problems };
  },
};
