import { strict as assert } from "node:assert";
import { tf } from "../../lib/engine/mod.ts";
import { gru, lstm, simpleRNN } from "../../lib/layers/mod.ts";

await tf.setBackend("cpu");

const close = async (a: tf.Tensor, b: tf.Tensor, within = 1e-5): Promise<void> => {
  assert.deepEqual(a.shape, b.shape);
  const far = (await tf.max(tf.abs(tf.sub(a, b))).data())[0]!;
  assert.ok(far <= within, `differs by ${far}`);
};

/** Stock tfjs unrolls the same layers step by step: slow, obvious, and differentiated by tfjs itself. */
const twins = {
  lstm: [lstm, tf.layers.lstm, {}],
  gru: [gru, tf.layers.gru, { resetAfter: false }],
  simpleRNN: [simpleRNN, tf.layers.simpleRNN, {}],
} as const;

for (const [name, [ours, stock, options]] of Object.entries(twins)) {
  Deno.test(`${name} and its gradients equal stock tfjs's`, async () => {
    const make = (layer: typeof ours | typeof stock): tf.layers.Layer =>
      (layer as typeof ours)(
        { units: 4, returnSequences: true, recurrentActivation: "sigmoid", ...options } as never,
      );
    const layers = [make(ours), make(stock)] as const;
    const x = tf.randomNormal([2, 6, 3], 0, 1, "float32", 1),
      weight = tf.randomNormal([2, 6, 4], 0, 1, "float32", 2);
    layers.forEach((layer) => layer.apply(x));
    const start = layers[0].getWeights().map((value, i) =>
      tf.randomNormal(value.shape, 0, 0.5, "float32", 3 + i)
    );
    layers.forEach((layer) => layer.setWeights(start));
    const loss = (layer: tf.layers.Layer) => (x: tf.Tensor): tf.Scalar =>
      tf.sum(tf.mul(layer.apply(x) as tf.Tensor, weight));
    await close(layers[0].apply(x) as tf.Tensor, layers[1].apply(x) as tf.Tensor);
    await close(tf.grad(loss(layers[0]))(x), tf.grad(loss(layers[1]))(x));
    const gradients = layers.map((layer) => {
      const variables = layer.trainableWeights.map((each) => each.read() as tf.Variable);
      const { grads } = tf.variableGrads(() => loss(layer)(x), variables);
      return variables.map(({ name }) => grads[name]!);
    });
    for (const [i, gradient] of gradients[0]!.entries()) await close(gradient, gradients[1]![i]!, 1e-4);
  });
}
