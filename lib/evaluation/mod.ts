/**
 * How good answers are: by class, by threshold, by the second.
 *
 * @module
 */
export { areaUnderCurve } from "./area_under_curve.ts";
export { averagePrecision } from "./average_precision.ts";
export {
  type BestSegmentation,
  bestSegmentation,
  type BestSegmentationOptions,
  type ScoredRecording,
  segmentationErrors,
} from "./best_segmentation.ts";
export { type BestThreshold, bestThreshold, type BestThresholdOptions } from "./best_threshold.ts";
export { binomialTail, type BinomialTailOptions } from "./binomial_tail.ts";
export {
  type ClassificationReport,
  classificationReport,
  type ClassificationReportOptions,
  type ClassScores,
} from "./classification_report.ts";
export { confusionMatrix, type ConfusionMatrixOptions } from "./confusion_matrix.ts";
export { type DetectionErrors, detectionErrors, type DetectionErrorsOptions } from "./detection_errors.ts";
export { type EqualErrorRate, equalErrorRate } from "./equal_error_rate.ts";
export { type PrecisionRecallCurve, precisionRecallCurve } from "./precision_recall_curve.ts";
export { type ROCCurve, rocCurve } from "./roc_curve.ts";
export { segmentsFromScores, type SegmentsFromScoresOptions } from "./segments_from_scores.ts";
export { sumDetectionErrors } from "./sum_detection_errors.ts";
export { thinCurve, type ThinCurveOptions } from "./thin_curve.ts";
