import { join } from "node:path";
import type { Check } from "./check.ts";
import { lineOf } from "./line_of.ts";
import { projectFiles } from "./project_files.ts";

const allowed = /^(lib\/engine|tests\/engine)\//;
const silenced = /deno-lint-ignore[^\n]*\bno-explicit-any\b|@ts-(ignore|nocheck)\b/g;

/** `any` stays inside the engine: `deno lint` finds it everywhere, so only its silencing has to be looked for. */
export const any: Check = {
  name: "any",
  async run(root) {
    const files = (await projectFiles(root)).filter((file) => file.endsWith(".ts") && !allowed.test(file));
    const problems = files.flatMap((file) => {
      const source = Deno.readTextFileSync(join(root, file));
      return [...source.matchAll(silenced)].map((match) => ({
        file,
        line: lineOf(source, match.index),
        what: "`any` and unchecked lines belong to lib/engine only; use unknown and narrow it",
      }));
    });
    return { looked: files.length, problems };
  },
};
