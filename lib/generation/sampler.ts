import { type Random, random } from "../core/mod.ts";
import { highestWeights, weightsReaching } from "./_likeliest.ts";
import type { Picker } from "./picker.ts";

/** Options of `sampler`. */
export interface SamplerOptions {
  /** Below 1 the likely tokens get likelier, above 1 the text gets wilder. @default 1 */
  temperature?: number;
  /** Only the k likeliest tokens. @default all */
  topK?: number;
  /** Only the likeliest tokens that together have this probability, at least one; after `topK`. @default 1, all */
  topP?: number;
  /** Ids that are never chosen; text generation adds the unknown token's. @default none */
  mask?: readonly number[];
  /** The source of chance. @default random(1) */
  random?: Random;
}

/**
 * A picker that draws a token with the probability `softmax(logits / temperature)`, after the mask and the cuts.
 *
 * @param options temperature, cuts, mask, chance
 * @returns the picker; it throws a RangeError when the logits are not finite or every token is masked
 * @throws {RangeError} when the temperature is not above zero, `topK` no positive whole number, `topP` not in (0, 1]
 * @example
 * ```ts
 * import { random } from "unroll/core/mod.ts";
 * import { sampler } from "unroll/generation/mod.ts";
 * const pick = sampler({ temperature: 0.5, mask: [0], random: random(7) });
 * pick(new Float32Array([9, 1, 2])); // 1 or 2
 * ```
 */
export function sampler(options: SamplerOptions = {}): Picker {
  const { temperature = 1, topK = Infinity, topP = 1, mask = [], random: chance = random(1) } = options;
  check(temperature, topK, topP);
  let weights = new Float64Array(0);
  return (logits) => {
    if (weights.length !== logits.length) weights = new Float64Array(logits.length);
    let total = weigh(logits, { weights, temperature, mask });
    if (!(total > 0 && total < Infinity)) throw notSampled(logits, mask);
    if (topK < weights.length || topP < 1) total = cut(weights, { topK, topP, total });
    return draw(weights, chance.next() * total);
  };
}

function check(temperature: number, topK: number, topP: number): void {
  if (!(temperature > 0 && temperature < Infinity)) {
    throw new RangeError(`Cannot sample as with a temperature above zero: ${temperature}`);
  }
  if (!(topK >= 1 && (topK === Infinity || Number.isInteger(topK)))) {
    throw new RangeError(`Cannot sample as from a positive whole number of tokens: topK is ${topK}`);
  }
  if (!(topP > 0 && topP <= 1)) {
    throw new RangeError(`Cannot sample as from a share in (0, 1]: topP is ${topP}`);
  }
}

interface Weigh {
  weights: Float64Array;
  temperature: number;
  mask: readonly number[];
}

/** exp((logit - highest) / temperature) into `weights`, zero for masked tokens; returns their sum. */
function weigh(logits: Float32Array, { weights, temperature, mask }: Weigh): number {
  weights.set(logits);
  for (const id of mask) weights[id] = -Infinity;
  let highest = -Infinity, total = 0;
  for (let id = 0; id < weights.length; id++) if (weights[id]! > highest) highest = weights[id]!;
  for (let id = 0; id < weights.length; id++) {
    total += weights[id] = Math.exp((weights[id]! - highest) / temperature);
  }
  return total;
}

/** Sets to zero what the cuts leave out; returns the sum of the rest. */
function cut(
  weights: Float64Array,
  { topK, topP, total }: { topK: number; topP: number; total: number },
): number {
  const limited = topK < weights.length;
  const sorted = limited ? highestWeights(weights, topK) : weightsReaching(weights, topP * total);
  const inK = limited ? sorted.reduce((sum, weight) => sum + weight, 0) : total;
  let kept = 0, sum = 0;
  while (kept < sorted.length && (kept === 0 || sum < topP * inK)) sum += sorted[kept++]!;
  keepBest(weights, { kept, lowest: sorted[kept - 1]! });
  return sum;
}

/** Keeps the `kept` highest weights, the lowest of which is `lowest`; among equals those with the smaller id. */
function keepBest(weights: Float64Array, { kept, lowest }: { kept: number; lowest: number }): void {
  let equals = kept;
  for (const weight of weights) if (weight > lowest) equals--;
  for (let id = 0; id < weights.length; id++) {
    const weight = weights[id]!;
    if (weight < lowest || (weight === lowest && equals-- <= 0)) weights[id] = 0;
  }
}

/** The token in whose part of the sum `at` falls; rounding can't lead past the last token that has a part. */
function draw(weights: Float64Array, at: number): number {
  let rest = at, last = 0;
  for (let id = 0; id < weights.length; id++) {
    if (weights[id] === 0) continue;
    last = id;
    rest -= weights[id]!;
    if (rest < 0) break;
  }
  return last;
}

function notSampled(logits: Float32Array, mask: readonly number[]): RangeError {
  return new RangeError(
    `Cannot sample as from ${logits.length} finite logits with ${mask.length} masked: the probabilities have no sum`,
  );
}
