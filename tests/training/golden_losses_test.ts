import {
  binaryCrossentropy,
  categoricalCrossentropy,
  type Loss,
  meanAbsoluteError,
  meanSquaredError,
  sparseCategoricalCrossentropy,
} from "../../lib/training/mod.ts";
import golden from "../reference/training/golden.json" with { type: "json" };
import { tf } from "./_engine.ts";
import { assertClose } from "./_golden.ts";

Deno.test("losses are Keras's", () => {
  const labels = tf.tensor2d([[1, 0], [0, 1], [1, 1]]),
    shares = tf.tensor2d([[0.9, 0.2], [0.5, 0], [1, 0.3]]);
  const three = tf.tensor2d([[0.2, 0.3, 0.5], [0, 1, 0], [2, 1, 1]]),
    classes = tf.tensor1d([2, 0, 1], "int32");
  const oneHot = tf.oneHot(classes, 3),
    logits = tf.tensor2d([[3, -2], [-40, 40], [0, 0.5]]),
    fromLogits = true;
  const cases: Record<keyof typeof golden.losses, [Loss, tf.Tensor, tf.Tensor]> = {
    binary: [binaryCrossentropy(), labels, shares],
    binaryLogits: [binaryCrossentropy({ fromLogits }), labels, logits],
    categorical: [categoricalCrossentropy(), oneHot, three],
    categoricalLogits: [categoricalCrossentropy({ fromLogits }), oneHot, three],
    sparse: [sparseCategoricalCrossentropy(), classes, three],
    sparseLogits: [sparseCategoricalCrossentropy({ fromLogits }), classes, three],
    squared: [meanSquaredError(), labels, logits],
    absolute: [meanAbsoluteError(), labels, logits],
  };
  for (const [name, [loss, wanted, predicted]] of Object.entries(cases)) {
    assertClose(loss(wanted, predicted).dataSync(), golden.losses[name as keyof typeof golden.losses], 1e-6);
  }
});
