/**
 * Measurements over time: tables with typed columns, scaling, windows, splits in order of time, and what charts of a series show.
 *
 * @module
 */
export { autocorrelation, type AutocorrelationOptions } from "./autocorrelation.ts";
export { averageOver, type AverageOverOptions } from "./average_over.ts";
export { columnOf } from "./column_of.ts";
export { continuousParts } from "./continuous_parts.ts";
export { correlations } from "./correlations.ts";
export { cyclicFeatures, type CyclicFeaturesOptions } from "./cyclic_features.ts";
export { dateLabels, type DateLabelsOptions } from "./date_labels.ts";
export { decompose, type DecomposeOptions, type Decomposition } from "./decompose.ts";
export { type EnsembleForecast, ensembleForecast } from "./ensemble_forecast.ts";
export { type FilledMeasurements, fillGaps, type FillGapsOptions } from "./fill_gaps.ts";
export { type Cycle, findCycles, type FindCyclesOptions } from "./find_cycles.ts";
export { findGaps, type Gap } from "./find_gaps.ts";
export { fitScaling, type Scaling } from "./fit_scaling.ts";
export { type ForecastErrors, forecastErrors, type ForecastErrorsOptions } from "./forecast_errors.ts";
export { intervalCoverage } from "./interval_coverage.ts";
export { intervalFactor, type IntervalFactorOptions, type JudgedForecast } from "./interval_factor.ts";
export { intervalScore, type IntervalScoreOptions } from "./interval_score.ts";
export { joinMeasurements } from "./join_measurements.ts";
export type { Measurements, RowRange } from "./measurements.ts";
export { measurementsFrame } from "./measurements_frame.ts";
export {
  type MeasurementsReport,
  type ParsedMeasurements,
  parseMeasurements,
  type ParseMeasurementsOptions,
} from "./parse_measurements.ts";
export { periodogram, type PeriodogramOptions } from "./periodogram.ts";
export {
  type PredictionInterval,
  predictionInterval,
  type PredictionIntervalOptions,
} from "./prediction_interval.ts";
export { samplingInterval } from "./sampling_interval.ts";
export { seasonalNaive, type SeasonalNaiveOptions } from "./seasonal_naive.ts";
export { selectRows } from "./select_rows.ts";
export { splitInTime } from "./split_in_time.ts";
export { summaryFrame } from "./summary_frame.ts";
export { superposedEpochs, type SuperposedEpochsOptions } from "./superposed_epochs.ts";
export { thinWindows, type ThinWindowsOptions } from "./thin_windows.ts";
export { type TimeWindows, timeWindows, type TimeWindowsOptions } from "./time_windows.ts";
export { type Fold, walkForward, type WalkForwardOptions } from "./walk_forward.ts";
export { windowTargets } from "./window_targets.ts";
