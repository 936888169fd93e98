/** An output of a cell, as notebooks keep it. */
export type Output = Record<string, unknown>;

/** A cell, as notebooks keep it. */
export type Cell = Record<string, unknown>;

/** A text cell. */
export function markdown(source: string): Cell {
  return { cell_type: "markdown", metadata: {}, source };
}

/** A code cell that has run, where it has outputs. */
export function code(source: string, outputs: Output[] = []): Cell {
  return { cell_type: "code", metadata: {}, source, outputs, execution_count: outputs.length ? 1 : null };
}

/** A chart that a cell showed. */
export function chart(description: string): Output {
  const figure = { data: [{ y: [4.2, 2.4, 1.9], name: "loss" }], layout: { title: { text: "Loss" } } };
  const data = { "application/vnd.plotly.v1+json": figure, "text/plain": description };
  return { output_type: "display_data", metadata: {}, data };
}

/** A notebook of these cells, as it is after a quick run. */
export function toyNotebook(cells: Cell[]): Record<string, unknown> {
  return {
    cells: cells.map((cell, i) => ({ id: `cell-${i}`, ...cell })),
    metadata: {
      kernelspec: { name: "deno", display_name: "Deno", language: "typescript" },
      language_info: { name: "typescript" },
      unroll: { profile: "quick", date: "2026-11-21T12:00:00Z", seconds: 65 },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
}
