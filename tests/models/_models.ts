import { tf } from "../../lib/engine/mod.ts";
import { bidirectional, embedding, gru, lstm, normalization } from "../../lib/layers/mod.ts";
import { characterGRU, languageCNN, languageRNN } from "../../lib/models/mod.ts";

type Symbolic = tf.SymbolicTensor;
const on = (layer: tf.layers.Layer, input: Symbolic | Symbolic[]): Symbolic => layer.apply(input) as Symbolic;
const dense = (units: number, activation?: "relu" | "tanh" | "softmax"): tf.layers.Layer =>
  tf.layers.dense({ units, activation });

/** The studies' models, small. */
export function studies(): tf.LayersModel[] {
  const normalize = normalization();
  normalize.adapt(tf.tensor4d([1, 2, 3, 6], [1, 2, 2, 1]));
  return [
    characterGRU({ vocabularySize: 5, embedding: 2, units: 4 }),
    languageRNN({ frames: 60, bins: 5 }),
    languageCNN({ frames: 20, bins: 16, size: 24, normalize }),
  ];
}

/** Two inputs, a mask, a layer called twice, models in the model, layers of a class side by side, two outputs. */
export function branching(): tf.LayersModel {
  const words = tf.input({ shape: [null], name: "words" }),
    sound = tf.input({ shape: [5, 3], name: "sound" });
  const rows = on(embedding({ inputDim: 5, outputDim: 4, maskZero: true }), words);
  const read = on(bidirectional({ layer: lstm({ units: 3 }) }), rows);
  const heard = on(
    tf.layers.globalMaxPooling1d({}),
    on(tf.layers.conv1d({ filters: 6, kernelSize: 2 }), sound),
  );
  const shared = dense(6),
    inner = tf.sequential({ layers: [tf.layers.dense({ units: 6, inputShape: [6] })] });
  const own = tf.input({ shape: [6] });
  const outer = tf.model({
    inputs: own,
    outputs: on(tf.layers.multiply(), [on(dense(6), own), on(dense(6, "tanh"), own)]),
  });
  const all = [on(shared, read), on(inner, on(shared, heard)), on(outer, heard)];
  const sum = on(tf.layers.batchNormalization(), on(tf.layers.add(), all));
  const sides = [on(dense(4, "relu"), sum), on(dense(4, "tanh"), sum)];
  const last = on(dense(2, "softmax"), on(tf.layers.concatenate(), sides));
  return tf.model({ inputs: [words, sound], outputs: [last, on(tf.layers.maximum(), sides)] });
}

/** A reader whose last states start a writer. */
export function translator(): tf.LayersModel {
  const source = tf.input({ shape: [null], name: "source" }),
    target = tf.input({ shape: [4, 2], name: "target" });
  const rows = on(embedding({ inputDim: 5, outputDim: 3, maskZero: true }), source);
  const [, h, c] = lstm({ units: 3, returnState: true }).apply(rows) as Symbolic[];
  const written = on(lstm({ units: 3, returnSequences: true }), [target, h!, c!]);
  const other = on(gru({ units: 3, returnSequences: true, resetAfter: false }), [target, h!]);
  return tf.model({ inputs: [source, target], outputs: on(tf.layers.concatenate(), [written, other]) });
}
