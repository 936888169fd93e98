import { summaryTable } from "./_summary_table.ts";
import type { Displayable } from "./displayable.ts";

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
  const rows = model.layers.filter((layer) => layer.getClassName() !== "InputLayer").map((layer) => ({
    name: layer.name,
    kind: layer.getClassName(),
    shape: layer.outputShape,
    parameters: layer.countParams(),
  }));
  const sizes = model.trainableWeights.map(({ shape }) => shape.reduce<number>((a, b) => a * (b ?? 1), 1));
  const trainable = sizes.reduce((a, b) => a + b, 0);
  return summaryTable(
    { rows, parameters: model.countParams(), trainable },
    `Model ${model.name ?? ""}`.trim(),
  );
}

/** Whether a value is a model, told by its parts. */
export function isModel(value: unknown): value is SummaryModel {
  const model = value as Partial<SummaryModel> | null;
  return typeof model === "object" && Array.isArray(model?.layers) &&
    typeof model?.countParams === "function" &&
    Array.isArray(model?.trainableWeights);
}
