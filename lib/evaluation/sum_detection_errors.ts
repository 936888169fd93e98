import { type DetectionErrors, rates } from "./detection_errors.ts";

/**
 * The errors of several recordings together: seconds are added, shares are of the sums, so that a long recording counts more
 * than a short one.
 *
 * @param errors of each recording, as `detectionErrors` gives them
 * @returns of all of them
 * @throws {RangeError} when there is none
 * @example
 * ```ts
 * import { detectionErrors, sumDetectionErrors } from "unroll/evaluation/mod.ts";
 * const one = detectionErrors([{ start: 0, end: 4 }], [{ start: 0, end: 3 }]);
 * const other = detectionErrors([{ start: 0, end: 1 }], [{ start: 0, end: 1 }]);
 * sumDetectionErrors([one, other]).missRate; // 0.2
 * ```
 */
export function sumDetectionErrors(errors: Iterable<DetectionErrors>): DetectionErrors {
  const list = [...errors];
  if (list.length === 0) {
    throw new RangeError("Cannot add errors as of one recording or more: there are none");
  }
  const sum = (key: keyof DetectionErrors): number => list.reduce((total, one) => total + one[key], 0);
  const seconds = {
    speech: sum("speech"),
    silence: sum("silence"),
    missed: sum("missed"),
    falselyRaised: sum("falselyRaised"),
  };
  return { ...seconds, ...rates(seconds) };
}
