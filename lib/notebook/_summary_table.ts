import { formatNumber } from "../plots/mod.ts";
import { DISPLAY, type Displayable, displayable } from "./displayable.ts";
import { table } from "./table.ts";

/** A model's layers and parameters, as the models room's `summary` gives them. */
export interface SummaryLike {
  rows: readonly { name: string; kind: string; shape: unknown; parameters: number }[];
  parameters: number;
  trainable: number;
}

/** Whether a value is such a summary, told by its parts. */
export function isSummary(value: unknown): value is SummaryLike {
  const summary = value as Partial<SummaryLike> | null;
  return typeof summary === "object" && Array.isArray(summary?.rows) &&
    typeof summary?.parameters === "number" &&
    typeof summary?.trainable === "number";
}

/** A summary as a table with the totals below. */
export function summaryTable({ rows, parameters, trainable }: SummaryLike, caption?: string): Displayable {
  const layers = rows.map(({ name, kind, shape, parameters }) => ({
    Layer: `${name} (${kind})`,
    "Output shape": shapeText(shape),
    Parameters: parameters,
  }));
  const sums = `Parameters: ${formatNumber(parameters)} in all, ${formatNumber(trainable)} of them trained` +
    (parameters > trainable ? `, ${formatNumber(parameters - trainable)} fixed.` : ".");
  const bundle = table(layers, { limit: Infinity, caption })[DISPLAY]!();
  return displayable({
    "text/html": `${bundle["text/html"]}<p style="margin:0.3em 0.9em;font-size:0.9em">${sums}</p>`,
    "text/plain": `${bundle["text/plain"]}\n${sums}`,
  });
}

/** A shape, or the shapes of several outputs. */
function shapeText(shape: unknown): string {
  if (!Array.isArray(shape)) return "–";
  if (shape.some(Array.isArray)) return shape.map(shapeText).join(", ");
  return `[${shape.map((size) => size ?? "any").join(", ")}]`;
}
