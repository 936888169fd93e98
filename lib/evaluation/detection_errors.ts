import type { Segment } from "../core/mod.ts";
import { difference, duration, intersection, joined } from "./_intervals.ts";

/** What a detector missed and raised falsely, in seconds and as shares. */
export interface DetectionErrors {
  /** Seconds of the reference in what is evaluated. */
  speech: number;
  /** Seconds outside of the reference in what is evaluated. */
  silence: number;
  /** Seconds of the reference that were not found. */
  missed: number;
  /** Seconds that were found outside of the reference. */
  falselyRaised: number;
  /** missed / speech; 0 where there is no speech. */
  missRate: number;
  /** falselyRaised / silence; 0 where there is no silence. */
  falseAlarmRate: number;
  /** (missed + falselyRaised) / speech, which may exceed 1; without any speech 0 if nothing was raised falsely, else 1. */
  detectionErrorRate: number;
}

/** Options of {@linkcode detectionErrors}. */
export interface DetectionErrorsOptions {
  /**
   * What is evaluated, such as a UEM file's regions or a recording's whole length. @default from the first segment's beginning
   * to the last one's end, of both lists
   */
  regions?: Iterable<Segment>;
  /** Seconds around each boundary of the reference's segments, half on either side, that aren't evaluated. @default 0 */
  collar?: number;
}

/**
 * Compares what was detected with what there is, as pyannote.metrics' `DetectionErrorRate`. Segments may come in any order;
 * those that overlap are joined. The collar lies around the boundaries of the reference's segments as they are given.
 *
 * @param reference where there is speech (s)
 * @param hypothesis where it was detected (s)
 * @param options regions, collar
 * @returns seconds and shares
 * @throws {RangeError} when a segment doesn't end after its beginning, the collar is negative, or nothing is left to evaluate
 * @example
 * ```ts
 * import { detectionErrors } from "unroll/evaluation/mod.ts";
 * const regions = [{ start: 0, end: 10 }];
 * detectionErrors([{ start: 2, end: 6 }], [{ start: 3, end: 7 }], { regions }).detectionErrorRate; // 0.5
 * ```
 */
export function detectionErrors(
  reference: Iterable<Segment>,
  hypothesis: Iterable<Segment>,
  { regions, collar = 0 }: DetectionErrorsOptions = {},
): DetectionErrors {
  if (!(collar >= 0 && collar < Infinity)) {
    throw new RangeError(`Cannot leave out as seconds from 0 around boundaries: ${collar}`);
  }
  const given = [...reference], truth = joined(given), found = joined(hypothesis);
  const evaluated = difference(joined(regions ?? extent([...truth, ...found])), collars(given, collar));
  if (evaluated.length === 0) {
    throw new RangeError("Cannot evaluate a detection as over some time: no region is left");
  }
  const there = intersection(truth, evaluated), raised = intersection(found, evaluated);
  const speech = duration(there), missed = duration(difference(there, raised));
  const silence = duration(difference(evaluated, there)), falselyRaised = duration(difference(raised, there));
  return { speech, silence, missed, falselyRaised, ...rates({ speech, silence, missed, falselyRaised }) };
}

/** The shares that belong to the seconds. */
export function rates(
  { speech, silence, missed, falselyRaised }: Pick<
    DetectionErrors,
    "speech" | "silence" | "missed" | "falselyRaised"
  >,
): Pick<DetectionErrors, "missRate" | "falseAlarmRate" | "detectionErrorRate"> {
  const share = (part: number, whole: number, otherwise: number): number =>
    whole > 0 ? part / whole : otherwise;
  const wrong = missed + falselyRaised;
  return {
    missRate: share(missed, speech, 0),
    falseAlarmRate: share(falselyRaised, silence, 0),
    detectionErrorRate: share(wrong, speech, wrong > 0 ? 1 : 0),
  };
}

function collars(segments: readonly Segment[], collar: number): Segment[] {
  if (collar === 0) return [];
  return joined(
    segments.flatMap(({ start, end }) =>
      [start, end].map((time) => ({ start: time - collar / 2, end: time + collar / 2 }))
    ),
  );
}

function extent(segments: readonly Segment[]): Segment[] {
  if (segments.length === 0) return [];
  const start = segments.reduce((least, one) => Math.min(least, one.start), Infinity);
  return [{ start, end: segments.reduce((most, one) => Math.max(most, one.end), -Infinity) }];
}
