import assert from "node:assert/strict";
import type { Case, System } from "../../bench/cases/case.ts";
import { recordOf } from "../../bench/measuring/record.ts";
import { bestPeer } from "../../bench/output/best_peer.ts";
import { table } from "../../bench/output/table.ts";

const systems: System[] = ["unroll", "keras", "keras-xla", "pytorch"];
const made = (name: string, extra: Partial<Case> = {}): Case => ({
  name,
  step: "a step",
  systems,
  precisions: ["f32", "bf16"],
  prepare: () => ({ step: () => 0, end() {} }),
  ...extra,
});
const record = (name: string, system: System, ...ms: number[]) =>
  recordOf({ case: name, system, precision: "f32", threads: 2 }, ms);
const lines = (text: string): string[][] => text.split("\n").map((line) => line.trim().split(/\s{2,}/));

Deno.test("record: median, fastest, how many", () => {
  assert.deepEqual(record("a", "keras", 3.000001, 1, 2), {
    case: "a",
    system: "keras",
    precision: "f32",
    medianMs: 2,
    minMs: 1,
    steps: 3,
    threads: 2,
  });
});

Deno.test("best peer: the fastest of the others, never this library", () => {
  const records = [
    record("a", "unroll", 1),
    record("a", "keras", 5),
    record("a", "pytorch", 4),
    record("b", "keras", 2),
  ];
  assert.equal(bestPeer(records, "a")?.system, "pytorch");
  assert.equal(bestPeer([records[0]!], "a"), undefined);
});

Deno.test("table: milliseconds, ratio to the best peer, aim, floor", () => {
  const text = table({
    cases: [made("matmul", { operations: 100 }), made("char_gru", { target: 0.7, operations: 50_000 })],
    records: [
      record("matmul", "unroll", 2),
      record("char_gru", "unroll", 812.4),
      record("char_gru", "keras", 1619),
      record("char_gru", "pytorch", 1000),
    ],
  });
  assert.deepEqual(lines(text), [
    ["ms a step", "unroll", "keras", "pytorch", "ratio", "aim", "there", "floor"],
    ["matmul", "2.00"],
    ["char_gru", "812", "1,619", "1,000", "0.81", "0.70", "no", "1,000"],
  ]);
});

Deno.test("table: who failed, and why; the others stay", () => {
  const text = table({
    cases: [made("generation", { target: 0.67 })],
    records: [record("generation", "unroll", 0.5), record("generation", "keras", 1)],
    failures: [{ case: "generation", system: "pytorch", precision: "f32", why: "no module named torch" }],
  });
  const [head, row, ...rest] = lines(text);
  assert.deepEqual(head, ["ms a step", "unroll", "keras", "pytorch", "ratio", "aim", "there", "floor"]);
  assert.deepEqual(row, ["generation", "0.500", "1.00", "failed", "0.50", "0.67", "yes"]);
  assert.match(rest.join("\n"), /characters a second: unroll 2,000, keras 1,000/);
  assert.match(rest.join("\n"), /generation: pytorch f32 failed, no module named torch/);
});

Deno.test("table: bf16 has a row of its own, against the best peer in float32", () => {
  const half = (system: System, ms: number) =>
    recordOf({ case: "char_gru", system, precision: "bf16", threads: 2 }, [ms]);
  const text = table({
    cases: [made("char_gru", { target: 0.7, bf16Target: 0.6 })],
    records: [
      record("char_gru", "unroll", 700),
      record("char_gru", "keras", 1000),
      half("unroll", 550),
      half("keras", 600),
    ],
  });
  assert.deepEqual(lines(text).slice(1), [
    ["char_gru", "700", "1,000", "0.70", "0.70", "yes"],
    ["char_gru bf16", "550", "600", "0.55", "0.60", "yes"],
  ]);
});
