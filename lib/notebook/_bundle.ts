import { describe, type Figure } from "../plots/mod.ts";
import { type Bundle, DISPLAY } from "./displayable.ts";
import { frameRows, isFrame } from "./_frame.ts";
import { isSummary, summaryTable } from "./_summary_table.ts";
import { isModel, modelSummary } from "./model_summary.ts";
import { type Row, table, type TableOptions } from "./table.ts";

/** How a value is shown. Figures, tables, models, tensors and things with a display of their own; text for the rest. */
export function bundleOf(value: unknown, options: TableOptions): Bundle {
  if (value instanceof Promise) {
    throw new TypeError("Cannot show a promise as its value: put `await` before it");
  }
  if (hasDisplay(value)) return value[DISPLAY]!();
  if (isFigure(value)) return figureBundle(value);
  if (isModel(value)) return modelSummary(value)[DISPLAY]!();
  if (isSummary(value)) return summaryTable(value, options.caption)[DISPLAY]!();
  if (isFrame(value)) return table(frameRows(value), options)[DISPLAY]!();
  if (isRows(value)) return table(value, options)[DISPLAY]!();
  return { "text/plain": textOf(value) };
}

/** The bundle of a chart. */
function figureBundle(figure: Figure): Bundle {
  const config = { displaylogo: false, responsive: true };
  return { "application/vnd.plotly.v1+json": { config, ...figure }, "text/plain": describe(figure) };
}

function hasDisplay(value: unknown): value is Record<symbol, () => Bundle> {
  return typeof value === "object" && value !== null && typeof Reflect.get(value, DISPLAY) === "function";
}

function isFigure(value: unknown): value is Figure {
  const figure = value as Partial<Figure> | null;
  return typeof figure === "object" && Array.isArray(figure?.data) && typeof figure?.layout === "object";
}

function isRows(value: unknown): value is Row[] {
  const plain = (row: unknown): boolean =>
    typeof row === "object" && row !== null && Object.getPrototypeOf(row) === Object.prototype;
  return Array.isArray(value) && value.length > 0 && value.every(plain);
}

/** A tensor's own print where it is small, else its type and shape; text as it is; the rest as Deno prints it. */
function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  const tensor = value as { dataSync?: unknown; size?: number; dtype?: string; shape?: number[] } | null;
  if (typeof tensor !== "object" || typeof tensor?.dataSync !== "function") {
    return Deno.inspect(value, { depth: 6 });
  }
  return tensor.size! <= 1000 ? String(value) : `Tensor ${tensor.dtype} [${tensor.shape?.join(", ")}]`;
}
