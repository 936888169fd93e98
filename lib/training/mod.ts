/**
 * Training: fit, evaluate, predict; optimizers, losses and metrics with Keras's names and numbers; callbacks, checkpoints and resume.
 *
 * @module
 */

// Training
export { evaluate, type EvaluateOptions } from "./evaluate.ts";
export { fit } from "./fit.ts";
export { fitBest, type FitBestOptions, type FittedBest } from "./fit_best.ts";
export type { FitOptions } from "./fit_options.ts";

// Batches
export { type Batch, type BatchValue, type Dataset, toTensor, type Values } from "./batches/batch.ts";
export { batches, type BatchesOptions } from "./batches/batches.ts";
export { classWeights } from "./batches/class_weights.ts";
export { fromGenerator, type FromGeneratorOptions } from "./batches/from_generator.ts";
export { type LabelledSequence, sequenceCrops, type SequenceCropsOptions } from "./batches/sequence_crops.ts";
export type { SequenceLayout } from "./batches/sequence_layout.ts";
export { statefulBatches, type StatefulBatchesOptions } from "./batches/stateful_batches.ts";
export { timedBatches, type TimedDataset } from "./batches/timed_batches.ts";
export {
  windowBatches,
  type WindowBatchesOptions,
  type WindowedTensors,
  type WindowIndex,
} from "./batches/window_batches.ts";

// Losses and metrics
export { accuracy, type AccuracyOptions } from "./losses/accuracy.ts";
export { binaryCrossentropy } from "./losses/binary_crossentropy.ts";
export { categoricalCrossentropy } from "./losses/categorical_crossentropy.ts";
export type { Loss, Metric } from "./losses/loss.ts";
export { lossMetric } from "./losses/loss_metric.ts";
export { meanAbsoluteError } from "./losses/mean_absolute_error.ts";
export { meanSquaredError } from "./losses/mean_squared_error.ts";
export { perplexity } from "./losses/perplexity.ts";
export {
  type CrossentropyOptions,
  sparseCategoricalCrossentropy,
} from "./losses/sparse_categorical_crossentropy.ts";

// Optimizers
export { adam, type AdamOptions } from "./optimizers/adam.ts";
export { adamw } from "./optimizers/adamw.ts";
export type {
  Optimizer,
  OptimizerState,
  SavedOptimizerState,
  Slot,
  VariableGradient,
} from "./optimizers/optimizer.ts";
export type { OptimizerOptions } from "./optimizers/optimizer_options.ts";
export { rmsprop, type RMSpropOptions } from "./optimizers/rmsprop.ts";
export { sgd, type SGDOptions } from "./optimizers/sgd.ts";

// Callbacks
export type { Callback, Run } from "./callbacks/callback.ts";
export { checkpoints, type CheckpointsOptions } from "./callbacks/checkpoints.ts";
export { csvLog } from "./callbacks/csv_log.ts";
export { earlyStopping, type EarlyStoppingOptions } from "./callbacks/early_stopping.ts";
export { learningRateSchedule } from "./callbacks/learning_rate_schedule.ts";
export { reduceOnPlateau, type ReduceOnPlateauOptions } from "./callbacks/reduce_on_plateau.ts";
export { resetStates } from "./callbacks/reset_states.ts";
export { tensorBoard, type TensorBoardOptions } from "./callbacks/tensor_board.ts";

// Checkpoints
export { checkpointFolder } from "./checkpoints/checkpoint_folder.ts";
export { resume, type Resumed, type ResumeOptions } from "./checkpoints/resume.ts";
export {
  type TrainingFolder,
  trainingFolders,
  type TrainingFoldersOptions,
} from "./checkpoints/training_folders.ts";

// What training left behind
export { type BestEpoch, bestEpoch } from "./history/best_epoch.ts";
export { emptyHistory, type History, type PartialEpoch } from "./history/history.ts";
export { historyFrame } from "./history/history_frame.ts";
export type { Logs } from "./history/logs.ts";
export { type TrainingSummary, trainingSummary } from "./history/training_summary.ts";

// Predictions
export { lossByStep, type LossByStepOptions } from "./predictions/loss_by_step.ts";
export { predict, type PredictOptions } from "./predictions/predict.ts";
export { predictBatches } from "./predictions/predict_batches.ts";
export { predictSamples, type PredictSamplesOptions } from "./predictions/predict_samples.ts";
export { scoreSequences } from "./predictions/score_sequences.ts";
