import { tf } from "../../lib/engine/mod.ts";
import { bidirectional, gru, lstm, type MergeMode, simpleRNN } from "../../lib/layers/mod.ts";
import { assertSummary, maskOf, type Summary, tensor } from "./_golden.ts";

/** A case of recurrent.json. */
export interface RecurrentCase {
  layer: "lstm" | "gru" | "simpleRNN";
  batch: number;
  steps: number;
  features: number;
  mask: string | null;
  start: boolean;
  calls: number;
  merge?: MergeMode;
  options: { units: number; stateful?: boolean } & Record<string, unknown>;
  results: { outputs: Summary[]; gradients: Summary[] }[];
}

/** All cases, made by Keras. */
export const recurrentCases: RecurrentCase[] =
  JSON.parse(Deno.readTextFileSync(new URL("../reference/layers/recurrent.json", import.meta.url))).cases;

/** What a case is about, in a line. */
export function nameOf(
  { layer, batch, steps, features, mask, start, merge, options }: RecurrentCase,
): string {
  const rest = Object.entries(options).filter(([key]) => key !== "units").map(([key, value]) =>
    `${key}=${value}`
  );
  const parts = [
    mask && `mask ${mask}`,
    start && "initial state",
    merge !== undefined && `merge ${merge}`,
    ...rest,
  ];
  return `${layer} ${batch}x${steps}x${features}x${options.units} ${parts.filter(Boolean).join(" ")}`;
}

/** Runs a case and compares outputs within 1e-5 and gradients within 1e-4 of their largest value. */
export function checkCase(example: RecurrentCase): void {
  const { layer: kind, batch, steps, features, merge, options, mask } = example;
  const inner = { lstm, gru, simpleRNN }[kind](options);
  const layer = merge === undefined ? inner : bidirectional({ layer: inner, mergeMode: merge });
  tf.tidy(() => {
    layer.apply(tf.zeros([batch, steps, features]));
    if (options.stateful) layer.resetStates();
    const scale = Math.min(1, 1.5 / Math.sqrt(options.units));
    layer.setWeights(layer.getWeights().map(({ shape }, i) => tensor(shape, 10 + i, scale)));
    const stateCount = (kind === "lstm" ? 2 : 1) * (merge === undefined ? 1 : 2);
    for (const [call, expected] of example.results.entries()) {
      const x = tensor([batch, steps, features], 100 + call);
      const states = example.start
        ? Array.from({ length: stateCount }, (_, i) => tensor([batch, options.units], 200 + i, 0.5))
        : [];
      let outputs: tf.Tensor[] = [];
      const loss = (): tf.Scalar => {
        const y = layer.apply([x, ...states], {
          mask: mask ? maskOf(mask, batch, steps) : undefined,
          training: true,
        });
        outputs = ((Array.isArray(y) ? y : [y]) as tf.Tensor[]).map((each) => tf.keep(each));
        return tf.addN(outputs.map((each, i) => tf.sum(tf.mul(each, tensor(each.shape, 300 + i)))));
      };
      const weights = layer.trainableWeights.map((weight) => weight.read() as tf.Variable);
      const inputs = [x, ...states];
      const { grads } = tf.engine().gradients(loss, [...inputs, ...weights]);
      outputs.forEach((output, i) => {
        const known = expected.outputs[i]!;
        assertSummary(output, known, 400 + i, 1e-5 * Math.max(known.largest, 1));
      });
      tf.dispose(outputs);
      grads.forEach((gradient, i) => {
        const known = expected.gradients[i]!;
        assertSummary(gradient, known, 500 + i, 1e-4 * Math.max(known.largest, 1e-3));
      });
    }
  });
  layer.dispose();
}
