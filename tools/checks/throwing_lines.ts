import { join } from "node:path";
import { blank } from "./blank.ts";
import type { Declaration } from "./doc_problems.ts";
import { functions } from "./functions.ts";
import { lineOf } from "./line_of.ts";

/** An export and the file that declares it. */
export interface Exported {
  name: string;
  declaration: Declaration;
  file: string;
}

/**
 * Functions that owe a `@throws`: those that throw themselves, and, in a file where something throws and no export says
 * so, all of them.
 */
export function throwingLines(root: string, exported: Exported[]): Set<string> {
  const owing = new Set<string>();
  for (const [file, members] of Map.groupBy(exported, (one) => one.file)) {
    const code = blank(Deno.readTextFileSync(join(root, file)), { strings: true });
    const throwing = [...code.matchAll(/\bthrow\b/g)].map((match) => lineOf(code, match.index));
    const ranges = functions(code);
    const silent = throwing.length > 0 && !members.some(({ declaration }) => saysThrows(declaration));
    for (const { declaration } of members) {
      const line = declaration.location.line + 1;
      const range = ranges.find(({ first }) => first === line);
      const itself = range !== undefined && throwing.some((at) => at >= range.first && at <= range.last);
      if (silent || itself) owing.add(`${file}:${line}`);
    }
  }
  return owing;
}

function saysThrows({ jsDoc }: Declaration): boolean {
  return (jsDoc?.tags ?? []).some(({ kind }) => kind === "throws");
}
