/** Up to so many are kept sorted while the weights are read; more are quicker found by sorting all. */
const FEW = 256;

/**
 * The `count` highest weights.
 *
 * @returns sorted downwards
 */
export function highestWeights(weights: Float64Array, count: number): Float64Array {
  if (count > FEW) return downwards(weights).subarray(0, count);
  const best = new Float64Array(count).fill(-Infinity);
  for (const weight of weights) {
    if (!(weight > best[count - 1]!)) continue;
    let place = count - 1;
    for (; place > 0 && best[place - 1]! < weight; place--) best[place] = best[place - 1]!;
    best[place] = weight;
  }
  return best;
}

/**
 * The highest weights that together reach `share`, and perhaps some more. Those below a bound need no sorting, as long as the others
 * are enough; of a vocabulary's words nearly all are below it.
 *
 * @param weights their highest is 1
 * @returns sorted downwards
 */
export function weightsReaching(weights: Float64Array, share: number): Float64Array {
  for (let bound = 1 / 8; bound > 1e-12; bound /= 8) {
    let sum = 0, count = 0;
    for (const weight of weights) {
      if (weight < bound) continue;
      sum += weight;
      count++;
    }
    if (sum >= share) return highestOf(weights, bound, count);
  }
  return downwards(weights);
}

function highestOf(weights: Float64Array, bound: number, count: number): Float64Array {
  const above = new Float64Array(count);
  let filled = 0;
  for (const weight of weights) if (weight >= bound) above[filled++] = weight;
  return downwards(above);
}

function downwards(weights: Float64Array): Float64Array {
  return weights.slice().sort().reverse();
}
