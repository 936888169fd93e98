import { blank } from "./blank.ts";
import type { Check } from "./check.ts";
import { type Cell, type Notebook, readNotebooks, sourceOf } from "./notebook.ts";

const longestCell = 15;
const kept = { notebook: ["kernelspec", "language_info"], cell: ["tags", "jupyter"] };
const importLine = /^\s*import\b[^"']*["']([^"']+)["']/gm;

/** Notebooks carry no outputs, counts or volatile metadata, and read as the style asks. */
export const notebooks: Check = {
  name: "notebooks",
  async run(root) {
    const all = await readNotebooks(root);
    const problems = all.flatMap((notebook) =>
      [
        ...metadataProblems(notebook),
        ...rhythmProblems(notebook.cells),
        ...notebook.cells.flatMap((cell, index) =>
          [...outputProblems(cell), ...codeProblems(cell)].map((what) => `cell ${index + 1}: ${what}`)
        ),
      ].map((what) => ({ file: notebook.file, what }))
    );
    return { looked: all.length, problems };
  },
};

function metadataProblems({ metadata }: Notebook): string[] {
  const extra = Object.keys(metadata).filter((key) => !kept.notebook.includes(key));
  const language = metadata.language_info as Record<string, unknown> | undefined;
  return [
    ...extra.map((key) => `metadata "${key}" is volatile; remove it`),
    ...(language?.version === undefined ? [] : ["metadata language_info.version is volatile; remove it"]),
  ];
}

function outputProblems(cell: Cell): string[] {
  const extra = Object.keys(cell.metadata ?? {}).filter((key) => !kept.cell.includes(key));
  const problems = extra.map((key) => `metadata "${key}" is volatile; remove it`);
  if (cell.cell_type !== "code") return problems;
  if ((cell.outputs ?? []).length > 0) problems.push("has outputs; clear them");
  if ((cell.execution_count ?? null) !== null) problems.push("has an execution count; clear it");
  return problems;
}

function codeProblems(cell: Cell): string[] {
  if (cell.cell_type !== "code") return [];
  const source = sourceOf(cell);
  const lines = linesThatCount(source);
  const foreign = [...source.matchAll(importLine)].filter(([, name]) => !/^unroll(\/|$)/.test(name!));
  return [
    ...(lines > longestCell
      ? [`has ${lines} lines, more than ${longestCell}; split it or move code to lib`]
      : []),
    ...(/^(let|var)\b/m.test(blank(source)) ? ["declares with let or var; use const"] : []),
    ...foreign.map(([, name]) => `imports "${name}"; a notebook imports from "unroll" only`),
  ];
}

/** Lines without imports, and none of a frozen table of parameters, where each has its unit and reason. */
function linesThatCount(source: string): number {
  if (/^const \w+ = (?:Object\.freeze|parameters)\(/.test(source)) return 0;
  return source.replace(/^import\b[^"']*["'][^"']+["'];?\n?/gm, "").trimEnd().split("\n").length;
}

/** Never more than two code cells without text between them. */
function rhythmProblems(cells: Cell[]): string[] {
  const isCode = (cell: Cell | undefined): boolean => cell?.cell_type === "code";
  return cells.flatMap((cell, i) =>
    isCode(cell) && isCode(cells[i - 1]) && isCode(cells[i - 2]) && !isCode(cells[i - 3])
      ? [`cell ${i + 1}: the third code cell in a row; say in a text cell what it shows`]
      : []
  );
}
