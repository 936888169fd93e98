import { join } from "node:path";
import type { Check, Problem } from "./check.ts";
import { type Declaration, docProblems } from "./doc_problems.ts";
import { exists } from "./exists.ts";
import { relativeTo } from "./relative_to.ts";
import { runDeno } from "./run_deno.ts";
import { type Exported, throwingLines } from "./throwing_lines.ts";

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
    problems.push(...moduleProblems(root, nodes));
    const exported = uniqueExports(root, nodes);
    const owing = throwingLines(root, exported);
    for (const { name, declaration, file } of exported) {
      const line = declaration.location.line + 1;
      const owes = owing.has(`${file}:${line}`);
      problems.push(...docProblems(name, declaration, owes).map((what) => ({ file, line, what })));
    }
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

function moduleProblems(root: string, nodes: DocOutput["nodes"]): Problem[] {
  return Object.entries(nodes).filter(([, { module_doc }]) => module_doc?.doc === undefined)
    .map(([url]) => ({ file: relativeTo(root, url), what: "has no module docstring (/** … @module */)" }));
}

/** Each export of `lib/` once, though several rooms may pass it on; overloads speak through the documented one. */
function uniqueExports(root: string, nodes: DocOutput["nodes"]): Exported[] {
  const byPlace = new Map<string, Exported>();
  for (const { name, declarations } of Object.values(nodes).flatMap(({ symbols }) => symbols)) {
    const declaration = declarations.find(({ jsDoc }) => jsDoc !== undefined) ?? declarations[0]!;
    const file = relativeTo(root, declaration.location.filename);
    byPlace.set(`${file}:${declaration.location.line}`, { name, declaration, file });
  }
  return [...byPlace.values()].filter(({ file }) => file.startsWith("lib/")); // the rest is packages' own
}
