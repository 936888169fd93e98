import { strict as assert } from "node:assert";
import { tf, useEngine } from "../../lib/engine/mod.ts";
import { cudnnKinds } from "../../lib/engine/cudnn/kinds.ts";
import { packParameters } from "../../lib/engine/cudnn/parameters.ts";
import { tensor } from "../layers/_golden.ts";
import { parameterCount } from "./_reference_network.ts";

await useEngine();

/** Where cuDNN says that a matrix or a bias is: tests/reference/cudnn/make_layout.py asked it. */
interface Region {
  direction: number;
  /** Gates of the input, then gates of the state. */
  place: number;
  offset: number;
  /** [H, F] or [H, H], or [H, 1] for a bias. */
  shape: [number, number];
  strides: [number, number];
}

interface Layout {
  mode: string;
  features: number;
  units: number;
  directions: number;
  size: number;
  regions: Region[];
}

const file = new URL("../reference/cudnn/layout.json", import.meta.url);
const layouts: Layout[] = JSON.parse(Deno.readTextFileSync(file)).cases;

/** Gates as cuDNN's manual numbers them, by their places in Keras's kernels: i, f, c, o and r, z, h. */
const places: Record<string, number[]> = { lstm: [0, 1, 2, 3], gru: [1, 0, 2], rnn_tanh: [0], rnn_relu: [0] };

for (const layout of layouts) {
  const { mode, features, units, directions, size, regions } = layout;
  Deno.test(`cuDNN's own places: ${mode} ${features}x${units}, directions ${directions}`, () => {
    const gates = places[mode]!, isGRU = mode === "gru", width = gates.length * units;
    const weights = Array.from({ length: directions }, (_, d) => ({
      kernel: tensor([features, width], 10 + d),
      recurrentKernel: tensor([units, width], 20 + d),
      bias: tensor([width + (isGRU ? units : 0)], 30 + d),
    }));
    const kind = Object.values(cudnnKinds).find((each) => each.mode === mode)!;
    const packed = packParameters(kind, weights).dataSync();
    assert.equal(packed.length, size);
    assert.equal(parameterCount({ ...layout, batch: 1, steps: 1, lengths: [1] }), size);
    for (const { direction, place, offset, shape: [rows, columns], strides } of regions) {
      const { kernel, recurrentKernel, bias } = weights[direction]!, ofState = place >= gates.length;
      const gate = gates[place % gates.length]!, matrix = (ofState ? recurrentKernel : kernel).dataSync();
      const biases = bias.dataSync(), recurrentBias = isGRU && gate === 2 ? 3 : undefined;
      const biasPart = ofState ? recurrentBias : gate;
      const expected = (row: number, column: number): number =>
        columns === 1 && offset >= size - directions * 2 * width
          ? biasPart === undefined ? 0 : biases[biasPart * units + row]!
          : matrix[column * width + gate * units + row]!;
      for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) {
          const at = offset + row * strides[0] + column * strides[1];
          if (packed[at] !== expected(row, column)) {
            assert.fail(`${place} of ${direction}: [${row}, ${column}]`);
          }
        }
      }
    }
  });
}

Deno.test("a missing bias is zeros", () => {
  const weights = { kernel: tf.ones([3, 8]), recurrentKernel: tf.ones([2, 8]) };
  const packed = packParameters(cudnnKinds.lstm!, [weights]).dataSync();
  assert.deepEqual([...packed.slice(-17)], [1, ...new Array(16).fill(0)]);
});
