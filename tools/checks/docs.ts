import { join } from "node:path";
import { blank } from "./blank.ts";
import type { Check, Problem } from "./check.ts";
import { type Declaration, docProblems } from "./doc_problems.ts";
import { exists } from "./exists.ts";
import { relativeTo } from "./relative_to.ts";
import { runDeno } from "./run_deno.ts";

interface DocOutput {
  nodes: Record<string, {
    module_doc?: { doc?: string };
    symbols: { name: string; declarations: Declaration[] }[];
  }>;
}

/** What a room's `mod.ts` exports is documented: what it is, parameters, result, errors, an example. */
export const docs: Check = {
  name: "docs",
  async run(root) {
    const entries = roomsOf(root).map((room) => `lib/${room}/mod.ts`);
    const missing = entries.filter((entry) => !exists(join(root, entry)));
    const found = entries.filter((entry) => exists(join(root, entry)));
    const problems: Problem[] = missing.map((file) => ({
      file,
      what: "does not exist; each room has its mod.ts",
    }));
    if (found.length === 0) return { looked: 0, problems };
    const { success, stdout, text } = await runDeno(root, ["doc", "--json", ...found]);
    if (!success) return { looked: 0, problems: [...problems, { file: "lib", what: text.trim() }] };
    const { nodes } = JSON.parse(stdout) as DocOutput;
    for (const [url, { module_doc }] of Object.entries(nodes)) {
      if (module_doc?.doc === undefined) {
        problems.push({ file: relativeTo(root, url), what: "has no module docstring (/** … @module */)" });
      }
    }
    const exported = uniqueExports(nodes);
    for (const { name, declaration } of exported) problems.push(...problemsOf(root, name, declaration));
    return { looked: exported.length, problems };
  },
};

/** Folders of `lib/` with a source file in them. */
function roomsOf(root: string): string[] {
  if (!exists(join(root, "lib"))) return [];
  return [...Deno.readDirSync(join(root, "lib"))]
    .filter((entry) => entry.isDirectory && hasSource(join(root, "lib", entry.name)))
    .map((entry) => entry.name).sort();
}

function hasSource(folder: string): boolean {
  return [...Deno.readDirSync(folder)].some(({ name }) => name.endsWith(".ts"));
}

/** Each export once, though several rooms may pass it on; overloads speak through their documented declaration. */
function uniqueExports(nodes: DocOutput["nodes"]): { name: string; declaration: Declaration }[] {
  const byPlace = new Map<string, { name: string; declaration: Declaration }>();
  for (const { symbols } of Object.values(nodes)) {
    for (const { name, declarations } of symbols) {
      const documented = declarations.find(({ jsDoc }) => jsDoc !== undefined) ?? declarations[0]!;
      const declaration = { ...documented, jsDoc: documented.jsDoc ?? {} };
      byPlace.set(`${declaration.location.filename}:${declaration.location.line}`, { name, declaration });
    }
  }
  return [...byPlace.values()];
}

function problemsOf(root: string, name: string, declaration: Declaration): Problem[] {
  const file = relativeTo(root, declaration.location.filename);
  if (!file.startsWith("lib/")) return []; // a package's own
  const source = blank(Deno.readTextFileSync(join(root, file)), { strings: true });
  const throws = /\bthrow\b/.test(source);
  return docProblems(name, declaration, throws).map((what) => ({
    file,
    line: declaration.location.line + 1,
    what,
  }));
}
