import { nativeCall } from "./recording/native_call.ts";
import { floatsAt, integersAt } from "./native_memory.ts";
import { tensorflow } from "./tensorflow/backend.ts";
import { tf } from "./_tf.ts";

/** Wider rows are summed as fast by TensorFlow, which spends its time on each row. */
const mostColumns = 64;

/** Where rows go. */
export interface RowSum {
  /** int32 [N]: the row of the result that each is added to; those outside it are left out. */
  readonly numbers: tf.Tensor;
  /** R, rows of the result. */
  readonly rows: number;
}

/**
 * Sums rows that have the same number: the gradient of a look-up in a table.
 *
 * @param values float32 [N, D]
 * @param sum where they go
 * @returns [R, D]
 * @example
 * ```ts
 * import { sumRows, tf, useEngine } from "unroll/engine/mod.ts";
 * await useEngine();
 * sumRows(tf.tensor2d([[1, 2], [3, 4], [5, 6]]), { numbers: tf.tensor1d([1, 0, 1], "int32"), rows: 3 }).print(); // [[3, 4], [6, 8], [0, 0]]
 * ```
 */
export function sumRows(values: tf.Tensor, { numbers, rows }: RowSum): tf.Tensor {
  const engine = tensorflow();
  if (!engine || engine.machine.native.isGpu || values.shape[1]! > mostColumns) {
    return tf.unsortedSegmentSum(values, numbers as tf.Tensor1D, rows);
  }
  const op = tf.customGrad((...args) => {
    const [values, save] = args as [tf.Tensor, (tensors: tf.Tensor[]) => void];
    save([numbers]);
    return {
      value: native(values, { numbers, rows }),
      gradFunc: (dy: tf.Tensor, [numbers]: tf.Tensor[]) => tf.gather(dy, numbers as tf.Tensor1D),
    };
  });
  return op(values);
}

function native(values: tf.Tensor, { numbers, rows }: RowSum): tf.Tensor {
  const [count, columns] = values.shape as [number, number];
  return nativeCall([values, numbers], {
    name: `sum ${count} rows`,
    shapes: [[rows, columns]],
    run: ([from, ids], [to]) =>
      addRows(floatsAt(from!, count * columns), integersAt(ids!, count), {
        sums: floatsAt(to!, rows * columns),
        columns,
      }),
  })[0]!;
}

function addRows(
  values: Float32Array,
  numbers: Int32Array,
  { sums, columns }: { sums: Float32Array; columns: number },
): void {
  sums.fill(0);
  for (let row = 0; row < numbers.length; row++) {
    const from = row * columns, to = numbers[row]! * columns;
    if (to < 0 || to >= sums.length) continue;
    for (let column = 0; column < columns; column++) sums[to + column]! += values[from + column]!;
  }
}
