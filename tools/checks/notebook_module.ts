import { type Notebook, sourceOf } from "./notebook.ts";

/** A notebook's code as one module, and where its lines come from. */
export interface NotebookModule {
  code: string;
  /** The cell (from 1, text cells counted) and the line in it of a line of the module. */
  origin(line: number): { cell: number; line: number };
}

/** Joins a notebook's code cells into one module; a name declared in two cells becomes an error of the types. */
export function notebookModule(notebook: Notebook): NotebookModule {
  const lines: string[] = ["export {};"];
  const starts: { cell: number; first: number }[] = [];
  notebook.cells.forEach((cell, index) => {
    if (cell.cell_type !== "code") return;
    starts.push({ cell: index + 1, first: lines.length + 1 });
    lines.push(...sourceOf(cell).split("\n"));
  });
  const origin = (line: number): { cell: number; line: number } => {
    const start = starts.findLast(({ first }) => first <= line) ?? { cell: 1, first: 1 };
    return { cell: start.cell, line: line - start.first + 1 };
  };
  return { code: lines.join("\n") + "\n", origin };
}
