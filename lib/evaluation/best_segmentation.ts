import type { Segment } from "../core/mod.ts";
import { type DetectionErrors, detectionErrors } from "./detection_errors.ts";
import { segmentsFromScores, type SegmentsFromScoresOptions } from "./segments_from_scores.ts";
import { sumDetectionErrors } from "./sum_detection_errors.ts";

/** A recording, what was said of its frames, and the truth. */
export interface ScoredRecording {
  /** The score of each frame. */
  scores: ArrayLike<number>;
  /** Where there is speech (s). */
  segments: Iterable<Segment>;
  /** What is evaluated (s). */
  regions: Iterable<Segment>;
}

/** Options of {@linkcode bestSegmentation}: what is tried, every combination. */
export interface BestSegmentationOptions {
  /** Scores above which a segment begins. */
  onsets: readonly number[];
  /** How far below the onset it ends. @default [0] */
  gaps?: readonly number[];
  /** The shortest silence and the shortest speech (s), in pairs. @default [[0, 0]] */
  durations?: readonly (readonly [minimumSilence: number, minimumSpeech: number])[];
  /** From one frame to the next (s). @default 0.01 */
  hop?: number;
}

/** A rule for segments, and its errors. */
export interface BestSegmentation {
  /** What `segmentsFromScores` takes. */
  rule: Required<
    Pick<SegmentsFromScoresOptions, "hop" | "onset" | "offset" | "minimumSilence" | "minimumSpeech">
  >;
  /** Those of all recordings together. */
  errors: DetectionErrors;
}

/**
 * The rule for `segmentsFromScores` with the lowest detection error rate on some recordings, to be used on others.
 *
 * @param recordings scores and truth
 * @param options what is tried
 * @returns the rule and its errors; of equally good ones the first that was tried
 * @throws {RangeError} when there are no recordings or nothing is tried, or as `segmentsFromScores` and `detectionErrors`
 * @example
 * ```ts
 * import { bestSegmentation } from "unroll/evaluation/mod.ts";
 * const regions = [{ start: 0, end: 4 }], segments = [{ start: 1, end: 3 }];
 * bestSegmentation([{ scores: [0.2, 0.6, 0.7, 0.4], segments, regions }], { onsets: [0.3, 0.5], hop: 1 }).rule.onset; // 0.5
 * ```
 */
export function bestSegmentation(
  recordings: readonly ScoredRecording[],
  { onsets, gaps = [0], durations = [[0, 0]], hop = 0.01 }: BestSegmentationOptions,
): BestSegmentation {
  const rules = onsets.flatMap((onset) =>
    gaps.flatMap((gap) =>
      durations.map(([minimumSilence, minimumSpeech]) => ({
        ...{ hop, onset, offset: onset - gap, minimumSilence, minimumSpeech },
      }))
    )
  );
  if (recordings.length === 0 || rules.length === 0) {
    throw new RangeError(
      `Cannot choose as among one rule or more on one recording or more: ${rules.length} on ${recordings.length}`,
    );
  }
  const tried = rules.map((rule) => ({ rule, errors: segmentationErrors(recordings, rule) }));
  return tried.reduce((best, one) =>
    one.errors.detectionErrorRate < best.errors.detectionErrorRate ? one : best
  );
}

/**
 * What a rule for `segmentsFromScores` misses and raises falsely on some recordings together.
 *
 * @param recordings scores and truth
 * @param rule thresholds and durations
 * @returns the sum of their errors
 * @throws {RangeError} when there are no recordings, or as `segmentsFromScores` and `detectionErrors`
 * @example
 * ```ts
 * import { segmentationErrors } from "unroll/evaluation/mod.ts";
 * const recording = { scores: [0.2, 0.6], segments: [{ start: 1, end: 2 }], regions: [{ start: 0, end: 2 }] };
 * segmentationErrors([recording], { hop: 1, onset: 0.1 }).falselyRaised; // 1 s
 * ```
 */
export function segmentationErrors(
  recordings: readonly ScoredRecording[],
  rule: SegmentsFromScoresOptions,
): DetectionErrors {
  return sumDetectionErrors(
    recordings.map(({ scores, segments, regions }) =>
      detectionErrors(segments, segmentsFromScores(scores, rule), { regions })
    ),
  );
}
