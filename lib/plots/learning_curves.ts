import { axis, baseLayout, type ChartOptions, colour, wholeTicks } from "./_layout.ts";
import type { Figure, Trace } from "./figure.ts";
import { formatNumber } from "./format_number.ts";

/** What training measured, one value an epoch: `{ loss: [...], val_loss: [...], accuracy: [...] }`. */
export type Curves = Readonly<Record<string, ArrayLike<number>>>;

/** A training history: its metrics, and the 0-based numbers of its epochs. */
export interface CurvesOfEpochs {
  metrics: Curves;
  epoch: readonly number[];
}

/** Options of {@linkcode learningCurves}. */
export interface LearningCurvesOptions extends ChartOptions {
  /** The metrics to draw, one panel each. @default all, `loss` first */
  metrics?: readonly string[];
  /** A metric's name on its axis, with its unit. @default `{ loss: "Loss (nats)", accuracy: "Accuracy" }` */
  titles?: Readonly<Record<string, string>>;
  /** The number of the first epoch. @default the history's, else 1 */
  firstEpoch?: number;
}

const TITLES: Readonly<Record<string, string>> = { loss: "Loss (nats)", accuracy: "Accuracy (share right)" };

/**
 * How training went: one panel for each metric, the training curve solid and the validation curve (`val_` before the
 * metric's name) dashed.
 *
 * @param history metric -> one value an epoch; or what `fit` returned
 * @param options which metrics, their names with units
 * @returns the figure; panel i shows the i-th metric over the epoch's number
 * @throws {RangeError} when there is no epoch, or a metric that isn't in `curves`
 * @example
 * ```ts
 * import { learningCurves } from "unroll/plots/mod.ts";
 * learningCurves({ loss: [2.7, 1.9, 1.6], val_loss: [2.8, 2.0, 1.8] }, { title: "GRU" });
 * ```
 */
export function learningCurves(
  history: Curves | CurvesOfEpochs,
  options: LearningCurvesOptions = {},
): Figure {
  if (!isHistory(history)) return draw(history, options);
  return draw(history.metrics, { firstEpoch: (history.epoch[0] ?? 0) + 1, ...options });
}

function isHistory(value: Curves | CurvesOfEpochs): value is CurvesOfEpochs {
  return typeof value.metrics === "object" && !("length" in value.metrics);
}

function draw(curves: Curves, options: LearningCurvesOptions): Figure {
  const metrics = options.metrics ?? metricsOf(curves);
  const missing = metrics.find((metric) => !(curves[metric]?.length));
  if (metrics.length === 0 || missing !== undefined) {
    const there = Object.keys(curves).join(", ") || "nothing";
    throw new RangeError(
      `Cannot draw learning curves as one value an epoch of ${missing ?? "loss"}: there is ${there}`,
    );
  }
  const panels = metrics.map((metric, i) => panel(curves, metric, { i, count: metrics.length, options }));
  const axes = Object.assign({}, ...panels.map(({ axes }) => axes));
  const description = inWords(curves, metrics, options);
  return { data: panels.flatMap(({ traces }) => traces), layout: baseLayout(description, options, axes) };
}

function metricsOf(curves: Curves): string[] {
  const names = Object.keys(curves).filter((name) => !name.startsWith("val_"));
  return names.sort((a, b) => Number(b === "loss") - Number(a === "loss"));
}

interface Place {
  i: number;
  count: number;
  options: LearningCurvesOptions;
}

function panel(
  curves: Curves,
  metric: string,
  place: Place,
): { traces: Trace[]; axes: Record<string, unknown> } {
  const { i, count, options } = place;
  const suffix = i === 0 ? "" : String(i + 1), gap = 0.12;
  const width = (1 - gap * (count - 1)) / count, left = i * (width + gap);
  const curve = (name: string, label: string, style: { shade: number; dash: string }): Trace => ({
    type: "scatter",
    mode: curves[name]!.length > 40 ? "lines" : "lines+markers",
    name: label,
    legendgroup: label,
    showlegend: i === 0,
    x: Array.from(curves[name]!, (_, epoch) => epoch + (options.firstEpoch ?? 1)),
    y: Array.from(curves[name]!),
    xaxis: `x${suffix}`,
    yaxis: `y${suffix}`,
    line: { color: colour(style.shade), width: 2, dash: style.dash },
  });
  const traces = [curve(metric, "training", { shade: 0, dash: "solid" })];
  const held = `val_${metric}`;
  if (curves[held]?.length) traces.push(curve(held, "validation", { shade: 1, dash: "dash" }));
  const title = options.titles?.[metric] ?? TITLES[metric] ?? metric;
  const axes = {
    [`xaxis${suffix}`]: axis("Epoch", {
      domain: [left, Math.min(1, left + width)],
      anchor: `y${suffix}`,
      ...wholeTicks(traces[0]!.x as number[]),
    }),
    [`yaxis${suffix}`]: axis(title, { anchor: `x${suffix}` }),
  };
  return { traces, axes };
}

function inWords(curves: Curves, metrics: readonly string[], options: LearningCurvesOptions): string {
  const parts = metrics.flatMap((metric) => [metric, `val_${metric}`]).filter((name) => curves[name]?.length)
    .map((name) => {
      const values = Array.from(curves[name]!), last = values.at(-1)!;
      const label = name.startsWith("val_") ? `validation ${name.slice(4)}` : `training ${name}`;
      return `${label} from ${formatNumber(values[0]!)} to ${formatNumber(last)}${
        bestOf(name, values, options)
      }`;
    });
  const epochs = curves[metrics[0]!]!.length;
  return `Learning curves over ${epochs} ${epochs === 1 ? "epoch" : "epochs"}: ${parts.join("; ")}.`;
}

function bestOf(name: string, values: number[], options: LearningCurvesOptions): string {
  if (name !== "val_loss" || values.length < 2) return "";
  const best = values.indexOf(Math.min(...values));
  return `, lowest ${formatNumber(values[best]!)} in epoch ${best + (options.firstEpoch ?? 1)}`;
}
