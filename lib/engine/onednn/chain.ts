import { nativeCall } from "../recording/native_call.ts";
import type { NativeRun } from "../recording/tape.ts";
import type { tf } from "../_tf.ts";
import { type Link, type LinkRun, linkRun } from "./links.ts";

/**
 * Reads one token of each text with a row of layers, as one native call on the layers' own weights: with few texts the
 * products take so little that each further operation between them would cost as much. Without gradients.
 *
 * @param links the layers from first to last: an embedding, then recurrent and dense ones
 * @param call `ids` int32 [B], and `states` of the recurrent links before the token: h or h and c, each [B, H], one link after
 * the other
 * @returns the last layer's output [B, O], and the states after the token
 * @throws {RangeError} when an id is no row of the embedding
 * @throws {EngineError} when oneDNN refuses a link
 * @example
 * ```ts
 * import { oneDNNChain, tf, useEngine } from "unroll/engine/mod.ts";
 * await useEngine({ backend: "tensorflow" });
 * const ids = tf.tensor1d([2], "int32");
 * const links = [{ kind: "embedding", weights: [tf.eye(3)] }] as const;
 * oneDNNChain(links, { ids, states: [] }).output.print(); // [[0, 0, 1]]
 * ```
 */
export function oneDNNChain(
  links: readonly Link[],
  { ids, states }: { ids: tf.Tensor; states: readonly tf.Tensor[] },
): { output: tf.Tensor; states: tf.Tensor[] } {
  const batch = ids.shape[0]!, runs = links.map((link) => linkRun(link, batch));
  const weights = links.map((link) => [...link.weights].filter((weight) => weight !== undefined));
  const [output, ...after] = nativeCall([ids, ...weights.flat(), ...states], {
    name: `oneDNN chain ${links.map((link, index) => describe(link, weights[index]!)).join(", ")}`,
    shapes: [[batch, runs.at(-1)!.width], ...states.map((state) => state.shape)],
    run: chained(runs, weights.map(({ length }) => length), batch),
  });
  return { output: output!, states: after };
}

function describe({ kind }: Link, weights: readonly tf.Tensor[]): string {
  return `${kind} ${weights.map(({ shape }) => shape.join("x")).join(" ")}`;
}

/** Runs the links one after the other; what passes between them stays in memory of the chain's own. */
function chained(runs: readonly LinkRun[], weightCounts: readonly number[], batch: number): NativeRun {
  const between = runs.slice(1).map((_, index) => new Float32Array(batch * runs[index]!.width));
  const weightCount = weightCounts.reduce((sum, count) => sum + count, 0);
  return ([ids, ...read], [output, ...after], [, ...numbers]) => {
    const weights = read.splice(0, weightCount), versions = numbers.slice(0, weightCount);
    let input = ids!;
    runs.forEach(({ states, run }, index) => {
      const count = weightCounts[index]!, room = between[index];
      const to = room ? Deno.UnsafePointer.of(room)! : output!;
      run({
        ...{ input, output: to, weights: weights.splice(0, count), versions: versions.splice(0, count) },
        ...{ before: read.splice(0, states), after: after.splice(0, states) },
      });
      input = to;
    });
  };
}
