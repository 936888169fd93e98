import golden from "../reference/evaluation/evaluation.json" with { type: "json" };
import assert from "node:assert/strict";

/** What scikit-learn and pyannote gave: tests/reference/evaluation/make_evaluation.py. */
export { golden };

/** Numbers alike to ten digits; null stands for infinity. */
export function assertNear(found: ArrayLike<number>, expected: readonly (number | null)[]): void {
  assert.equal(found.length, expected.length);
  expected.forEach((value, i) => {
    if (value === null) assert.equal(found[i], Infinity);
    else assert.ok(Math.abs(found[i]! - value) < 1e-10, `${i}: ${found[i]} for ${value}`);
  });
}
