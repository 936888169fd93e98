import assert from "node:assert/strict";
import { recordOf } from "../../bench/measuring/record.ts";
import { chart } from "../../bench/output/chart.ts";

const record = (system: "unroll" | "keras" | "pytorch", ms: number) =>
  recordOf({ case: "char_gru", system, precision: "f32", threads: 2 }, [ms]);

Deno.test("chart: times as multiples of the best peer's, long bars cut", () => {
  const { data, layout } = chart([record("unroll", 700), record("keras", 9000), record("pytorch", 1000)]);
  const bars = Object.fromEntries(data.map((trace) => [trace.name, trace]));
  assert.deepEqual(bars["Unroll"]!.x, [0.7]);
  assert.deepEqual(bars["PyTorch"]!.x, [1]);
  assert.deepEqual(bars["Keras"]!.x, [2.5]);
  assert.deepEqual(bars["Keras with XLA"]!.x, [null]);
  assert.deepEqual(bars["Keras"]!.text, ["9,000 ms"]);
  assert.match(layout.meta!.description!, /fastest in 1/);
});

Deno.test("chart: nothing to compare", () => {
  assert.throws(() => chart([record("unroll", 1)]), /^RangeError: Cannot draw a comparison/);
});
