import { formatNumber } from "../plots/mod.ts";
import { DISPLAY, type Displayable, displayable } from "./displayable.ts";
import { table } from "./table.ts";

/** What a summary needs of a layer; every tfjs layer has it. */
export interface SummaryLayer {
  name: string;
  outputShape: unknown;
  getClassName(): string;
  countParams(): number;
}

/** What a summary needs of a model; every built tfjs `LayersModel` has it. */
export interface SummaryModel {
  name?: string;
  layers: readonly SummaryLayer[];
  countParams(): number;
  trainableWeights: readonly { shape: readonly (number | null)[] }[];
}

/**
 * A model's layers with their output shapes and parameters, and the totals.
 *
 * @param model a built model
 * @returns what `show` takes; `show(model)` shows the same
 * @example
 * ```ts
 * import { modelSummary, show } from "unroll/notebook/mod.ts";
 * declare const model: Parameters<typeof modelSummary>[0];
 * show(modelSummary(model));
 * ```
 */
export function modelSummary(model: SummaryModel): Displayable {
  const rows = model.layers.map((layer) => ({
    Layer: `${layer.name} (${layer.getClassName()})`,
    "Output shape": shapeText(layer.outputShape),
    Parameters: layer.countParams(),
  }));
  const total = model.countParams();
  const trainable = model.trainableWeights.reduce(
    (sum, { shape }) => sum + shape.reduce<number>((a, b) => a * (b ?? 1), 1),
    0,
  );
  const sums = `Parameters: ${formatNumber(total)} in all, ${formatNumber(trainable)} of them trained` +
    (total > trainable ? `, ${formatNumber(total - trainable)} fixed.` : ".");
  const layers = table(rows, { limit: Infinity, caption: `Model ${model.name ?? ""}`.trim() })[DISPLAY]!();
  return displayable({
    "text/html": `${layers["text/html"]}<p style="margin:0.3em 0.9em;font-size:0.9em">${sums}</p>`,
    "text/plain": `${layers["text/plain"]}\n${sums}`,
  });
}

/** Whether a value is a model, told by its parts. */
export function isModel(value: unknown): value is SummaryModel {
  const model = value as Partial<SummaryModel> | null;
  return typeof model === "object" && Array.isArray(model?.layers) &&
    typeof model?.countParams === "function" &&
    Array.isArray(model?.trainableWeights);
}

function shapeText(shape: unknown): string {
  if (!Array.isArray(shape)) return "–";
  if (shape.some(Array.isArray)) return shape.map(shapeText).join(", ");
  return `[${shape.map((size) => size ?? "any").join(", ")}]`;
}
