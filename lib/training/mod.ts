/**
 * Training: fit, evaluate, predict; optimizers, losses and metrics with Keras's names and numbers; callbacks, checkpoints and resume.
 *
 * @module
 */
export { accuracy, type AccuracyOptions } from "./accuracy.ts";
export { adam, type AdamOptions } from "./adam.ts";
export { adamw } from "./adamw.ts";
export { type Batch, type BatchValue, type Dataset, toTensor, type Values } from "./batch.ts";
export { batches, type BatchesOptions } from "./batches.ts";
export { type BestEpoch, bestEpoch } from "./best_epoch.ts";
export { binaryCrossentropy } from "./binary_crossentropy.ts";
export type { Callback, Logs, Run } from "./callback.ts";
export { categoricalCrossentropy } from "./categorical_crossentropy.ts";
export { checkpointFolder } from "./checkpoint_folder.ts";
export { checkpoints, type CheckpointsOptions } from "./checkpoints.ts";
export { classWeights } from "./class_weights.ts";
export { csvLog } from "./csv_log.ts";
export { earlyStopping, type EarlyStoppingOptions } from "./early_stopping.ts";
export { evaluate, type EvaluateOptions } from "./evaluate.ts";
export { fit, type FitOptions } from "./fit.ts";
export { fitBest, type FitBestOptions, type FittedBest } from "./fit_best.ts";
export { fromGenerator, type FromGeneratorOptions } from "./from_generator.ts";
export { emptyHistory, type History, type PartialEpoch } from "./history.ts";
export { historyFrame } from "./history_frame.ts";
export { learningRateSchedule } from "./learning_rate_schedule.ts";
export type { Loss, Metric } from "./loss.ts";
export { lossByStep, type LossByStepOptions } from "./loss_by_step.ts";
export { lossMetric } from "./loss_metric.ts";
export { meanAbsoluteError } from "./mean_absolute_error.ts";
export { meanSquaredError } from "./mean_squared_error.ts";
export type { Optimizer, OptimizerState, SavedOptimizerState, Slot, VariableGradient } from "./optimizer.ts";
export type { OptimizerOptions } from "./optimizer_options.ts";
export { perplexity } from "./perplexity.ts";
export { predict, type PredictOptions } from "./predict.ts";
export { predictBatches } from "./predict_batches.ts";
export { predictSamples, type PredictSamplesOptions } from "./predict_samples.ts";
export { reduceOnPlateau, type ReduceOnPlateauOptions } from "./reduce_on_plateau.ts";
export { resetStates } from "./reset_states.ts";
export { resume, type Resumed, type ResumeOptions } from "./resume.ts";
export { rmsprop, type RMSpropOptions } from "./rmsprop.ts";
export { scoreSequences, type SequenceLayout } from "./score_sequences.ts";
export { type LabelledSequence, sequenceCrops, type SequenceCropsOptions } from "./sequence_crops.ts";
export { sgd, type SGDOptions } from "./sgd.ts";
export {
  type CrossentropyOptions,
  sparseCategoricalCrossentropy,
} from "./sparse_categorical_crossentropy.ts";
export { statefulBatches, type StatefulBatchesOptions } from "./stateful_batches.ts";
export { tensorBoard, type TensorBoardOptions } from "./tensor_board.ts";
export { timedBatches, type TimedDataset } from "./timed_batches.ts";
export { type TrainingFolder, trainingFolders, type TrainingFoldersOptions } from "./training_folders.ts";
export { type TrainingSummary, trainingSummary } from "./training_summary.ts";
export {
  windowBatches,
  type WindowBatchesOptions,
  type WindowedTensors,
  type WindowIndex,
} from "./window_batches.ts";
