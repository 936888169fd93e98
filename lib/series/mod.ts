/**
 * Measurements over time: tables with typed columns, scaling, windows, splits in order of time, and what charts of a series show.
 *
 * @module
 */

// Tables of measurements
export { averageOver, type AverageOverOptions } from "./tables/average_over.ts";
export { columnOf } from "./tables/column_of.ts";
export { continuousParts } from "./tables/continuous_parts.ts";
export { dateLabels, type DateLabelsOptions } from "./tables/date_labels.ts";
export { type FilledMeasurements, fillGaps, type FillGapsOptions } from "./tables/fill_gaps.ts";
export { findGaps, type Gap } from "./tables/find_gaps.ts";
export { joinMeasurements } from "./tables/join_measurements.ts";
export type { Measurements, RowRange } from "./tables/measurements.ts";
export { measurementsFrame } from "./tables/measurements_frame.ts";
export {
  type MeasurementsReport,
  type ParsedMeasurements,
  parseMeasurements,
  type ParseMeasurementsOptions,
} from "./tables/parse_measurements.ts";
export { samplingInterval } from "./tables/sampling_interval.ts";
export { selectRows } from "./tables/select_rows.ts";
export { summaryFrame } from "./tables/summary_frame.ts";

// Scaling, features and windows of time
export { cyclicFeatures, type CyclicFeaturesOptions } from "./windows/cyclic_features.ts";
export { fitScaling, type Scaling } from "./windows/fit_scaling.ts";
export { splitInTime } from "./windows/split_in_time.ts";
export { thinWindows, type ThinWindowsOptions } from "./windows/thin_windows.ts";
export { type TimeWindows, timeWindows, type TimeWindowsOptions } from "./windows/time_windows.ts";
export { windowTargets } from "./windows/window_targets.ts";

// Cycles
export { autocorrelation, type AutocorrelationOptions } from "./cycles/autocorrelation.ts";
export { correlations } from "./cycles/correlations.ts";
export { decompose, type DecomposeOptions, type Decomposition } from "./cycles/decompose.ts";
export { type Cycle, findCycles, type FindCyclesOptions } from "./cycles/find_cycles.ts";
export { periodogram, type PeriodogramOptions } from "./cycles/periodogram.ts";
export { superposedEpochs, type SuperposedEpochsOptions } from "./cycles/superposed_epochs.ts";

// Forecasts and their errors
export { type EnsembleForecast, ensembleForecast } from "./forecasts/ensemble_forecast.ts";
export {
  type ForecastErrors,
  forecastErrors,
  type ForecastErrorsOptions,
} from "./forecasts/forecast_errors.ts";
export { intervalCoverage } from "./forecasts/interval_coverage.ts";
export {
  intervalFactor,
  type IntervalFactorOptions,
  type JudgedForecast,
} from "./forecasts/interval_factor.ts";
export { intervalScore, type IntervalScoreOptions } from "./forecasts/interval_score.ts";
export {
  type PredictionInterval,
  predictionInterval,
  type PredictionIntervalOptions,
} from "./forecasts/prediction_interval.ts";
export { seasonalNaive, type SeasonalNaiveOptions } from "./forecasts/seasonal_naive.ts";
export { type Fold, walkForward, type WalkForwardOptions } from "./forecasts/walk_forward.ts";
