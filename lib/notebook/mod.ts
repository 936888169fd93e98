/**
 * What a notebook's cells call: show values, say sentences, keep results, follow a training, stop it. The only room that
 * knows Jupyter; outside a notebook everything falls back to text.
 *
 * Importing it inside Deno's Jupyter kernel makes output complete and the stop button safe (see `_kernel_output.ts`).
 *
 * @module
 */
import "./_kernel.ts";

export { audioPlayer, type AudioPlayerOptions, type Sound } from "./audio_player.ts";
export { type Bundle, DISPLAY, type Displayable, displayable } from "./displayable.ts";
export { formatDuration } from "./format_duration.ts";
export { modelSummary, type SummaryLayer, type SummaryModel } from "./model_summary.ts";
export { type Parameter, parameters, type ParametersOf, type Value } from "./parameters.ts";
export { type Profile, profile } from "./profile.ts";
export {
  type ProgressCard,
  progressCard,
  type ProgressCardOptions,
  type WatchedHistory,
  type WatchedLogs,
  type WatchedRun,
} from "./progress_card.ts";
export { record, type Result, type ResultInput } from "./record.ts";
export {
  type DataSource,
  type EngineLike,
  type RunInformation,
  runInformation,
  type RunInformationOptions,
} from "./run_information.ts";
export { say } from "./say.ts";
export { show, type ShowOptions } from "./show.ts";
export { showResults, type ShowResultsOptions } from "./show_results.ts";
export { stopRequested, stopSignal } from "./stop.ts";
export { type Row, table, type TableOptions } from "./table.ts";
