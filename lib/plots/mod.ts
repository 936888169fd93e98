/**
 * Charts as plain values: `(data, options) => Figure`, one chart a file, in JSON that plotly.js 3 and 4 draw.
 *
 * @module
 */
export type { ChartOptions } from "./_layout.ts";
export { bars, type BarsOptions } from "./bars.ts";
export { confusionHeatmap, type ConfusionHeatmapOptions } from "./confusion_heatmap.ts";
export { describe } from "./describe.ts";
export type { Figure, Layout, Trace } from "./figure.ts";
export { type ForecastBand, forecastChart, type ForecastChartOptions } from "./forecast_chart.ts";
export { formatNumber } from "./format_number.ts";
export { heatmap, type HeatmapOptions } from "./heatmap.ts";
export { histogram, type HistogramOptions } from "./histogram.ts";
export {
  type Curves,
  type CurvesOfEpochs,
  learningCurves,
  type LearningCurvesOptions,
} from "./learning_curves.ts";
export { lines, type LinesOptions, type NamedSeries, type Series } from "./lines.ts";
export { palette } from "./palette.ts";
export { paretoChart, type ParetoChartOptions } from "./pareto_chart.ts";
export { scatter, type ScatterOptions, type ScatterPoint } from "./scatter.ts";
export { spectrogramHeatmap, type SpectrogramValues } from "./spectrogram_heatmap.ts";
export { type MarkedSegments, waveformChart, type WaveformChartOptions } from "./waveform_chart.ts";
