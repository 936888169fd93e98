import assert from "node:assert/strict";
import {
  forceRecurrentPath,
  multiplyRows,
  type MultiplyRowsOptions,
  type RecurrentPath,
  useEngine,
} from "unroll/engine/mod.ts";

await useEngine();

const numbers = (length: number): Float32Array => Float32Array.from({ length }, (_, i) => Math.sin(i * i));

/** What stands between the rows that are written. */
const untouched = 7;

function optionsOf(rows: number, shape: [number, number], apart: [number, number]): MultiplyRowsOptions {
  const [inner, columns] = shape, rowLength = { from: inner + apart[0], to: columns + apart[1] };
  return { rows, rowLength, shape, weights: numbers(inner * columns) };
}

/** Number c of row t, by the definition. */
function expected(
  from: Float32Array,
  { rows, rowLength, weights, shape: [inner, columns] }: MultiplyRowsOptions,
): Float32Array {
  return Float32Array.from({ length: rows * rowLength.to }, (_, at) => {
    const row = Math.floor(at / rowLength.to), c = at % rowLength.to;
    if (c >= columns) return untouched;
    let sum = 0;
    for (let k = 0; k < inner; k++) sum += from[row * rowLength.from + k]! * weights[k * columns + c]!;
    return sum;
  });
}

const cases: [rows: number, shape: [number, number], apart: [number, number]][] = [
  [1000, [33, 32], [96, 96]], // some columns of a mel filter bank
  [500, [128, 20], [0, 0]],
  [3, [1, 1], [4, 0]],
  [1, [700, 5], [0, 3]],
];
const paths: (RecurrentPath & "portable" | undefined)[] = [undefined, "portable"];

for (const [rows, shape, apart] of cases) {
  for (const path of paths) {
    Deno.test(`${rows} rows times [${shape.join(", ")}], ${apart.join(" and ")} apart, ${path ?? "on oneDNN"}`, () => {
      const options = optionsOf(rows, shape, apart), from = numbers(rows * options.rowLength.from);
      const to = new Float32Array(rows * options.rowLength.to).fill(untouched);
      forceRecurrentPath(path);
      try {
        multiplyRows(from, to, options);
      } finally {
        forceRecurrentPath();
      }
      const wanted = expected(from, options);
      const worst = to.reduce((worst, value, at) => Math.max(worst, Math.abs(value - wanted[at]!)), 0);
      assert.ok(worst < 1e-6 * Math.sqrt(shape[0]) + 1e-6, `${worst}`);
    });
  }
}

Deno.test("the last row needs no more room than its own numbers", () => {
  const options = optionsOf(2, [2, 1], [3, 2]), to = new Float32Array(4);
  multiplyRows(Float32Array.of(1, 2, 0, 0, 0, 3, 4), to, { ...options, weights: Float32Array.of(1, 10) });
  assert.deepEqual([...to], [21, 0, 0, 43]);
});

Deno.test("rows that reach out of their memory, and a matrix of another size, are refused", () => {
  const options = optionsOf(4, [3, 2], [0, 0]), from = numbers(12), to = new Float32Array(8);
  const wrong: [Float32Array, Float32Array, Partial<MultiplyRowsOptions>][] = [
    [from.subarray(1), to, {}],
    [from, to.subarray(1), {}],
    [from, to, { rows: 5 }],
    [from, to, { rows: 0 }],
    [from, to, { rowLength: { from: 2, to: 2 } }],
    [from, to, { rowLength: { from: 3, to: 1.5 } }],
    [from, to, { weights: numbers(5) }],
  ];
  for (const [from, to, change] of wrong) {
    assert.throws(() => multiplyRows(from, to, { ...options, ...change }), {
      name: "RangeError",
      message: /^Cannot multiply \d rows as \[3\] times \[3, 2\]: of \d+ numbers each \d begin a row, of \d/,
    });
  }
});
