import { join } from "node:path";
import { projectFiles } from "./project_files.ts";

/** A notebook file's cell, as nbformat 4 stores it. */
export interface Cell {
  cell_type: "code" | "markdown" | "raw";
  source: string | string[];
  metadata?: Record<string, unknown>;
  outputs?: unknown[];
  execution_count?: number | null;
}

/** A notebook file. */
export interface Notebook {
  file: string;
  cells: Cell[];
  metadata: Record<string, unknown>;
}

/** Every notebook in `notebooks/`. */
export async function readNotebooks(root: string): Promise<Notebook[]> {
  const files = (await projectFiles(root)).filter((file) => /^notebooks\/.*\.ipynb$/.test(file));
  return files.map((file) => ({ file, ...JSON.parse(Deno.readTextFileSync(join(root, file))) }));
}

/** A cell's text. */
export function sourceOf(cell: Cell): string {
  return Array.isArray(cell.source) ? cell.source.join("") : cell.source;
}
