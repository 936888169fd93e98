import { strict as assert } from "node:assert";
import { tf } from "../../lib/engine/mod.ts";

/** What make_recurrent.py keeps of a tensor. */
export interface Summary {
  shape: number[];
  samples: number[];
  projection: number;
  largest: number;
}

/** Numbers in [-scale, scale) from a hash of their position: the same as values() in tests/reference/layers. */
export function values(size: number, seed: number, scale = 1): Float32Array {
  const result = new Float32Array(size), single = Math.fround(scale);
  for (let i = 0; i < size; i++) {
    let x = (Math.imul(i, 2654435761) + Math.imul(seed, 1013904223)) >>> 0;
    x = Math.imul(x ^ (x >>> 15), 2246822519) >>> 0;
    x = Math.imul(x ^ (x >>> 13), 3266489917) >>> 0;
    x = (x ^ (x >>> 16)) >>> 0;
    result[i] = single * Math.fround((x >>> 8) / 2 ** 23 - 1);
  }
  return result;
}

/** A tensor of {@link values}. */
export function tensor(shape: number[], seed: number, scale = 1): tf.Tensor {
  return tf.tensor(values(shape.reduce((a, b) => a * b, 1), seed, scale), shape);
}

/** A mask as mask_of() makes it. */
export function maskOf(kind: string, batch: number, steps: number): tf.Tensor2D {
  const counts = (b: number, t: number): boolean => {
    const length = 1 + (b * 7) % steps;
    if (kind === "right") return t < length;
    if (kind === "left") return t >= steps - length;
    if (kind === "holes") return (t * 5 + b * 3) % 4 !== 0;
    return b > 0 && t < length;
  };
  const rows = Array.from({ length: batch }, (_, b) => Array.from({ length: steps }, (_, t) => counts(b, t)));
  return tf.tensor2d(rows, [batch, steps], "bool");
}

/**
 * Compares a tensor with what is known of it.
 *
 * @param within how far a value may be off
 */
export function assertSummary(actual: tf.Tensor, expected: Summary, seed: number, within: number): void {
  assert.deepEqual(actual.shape, expected.shape);
  const numbers = actual.dataSync() as Float32Array, last = numbers.length - 1, count = 16;
  const places = [
    ...new Set(Array.from({ length: count }, (_, i) => Math.floor(last * i / (count - 1) + 1e-9))),
  ];
  for (const [i, place] of places.entries()) {
    const off = Math.abs(numbers[place]! - expected.samples[i]!);
    assert.ok(off <= within, `element ${place} is ${numbers[place]}, not ${expected.samples[i]}`);
  }
  const weights = values(numbers.length, seed);
  const projection = numbers.reduce((sum, value, i) => sum + value * weights[i]!, 0);
  const slack = within * Math.sqrt(numbers.length) * 2;
  assert.ok(
    Math.abs(projection - expected.projection) <= slack,
    `the projection is ${projection}, not ${expected.projection}`,
  );
}
