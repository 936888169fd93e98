import assert from "node:assert/strict";
import { resolve } from "node:path";
import { benchOptions } from "../../bench/options.ts";

const known = ["matmul", "char_gru", "generation"];

Deno.test("bench options: everything by default", () => {
  assert.deepEqual(benchOptions([], known), {
    cases: known,
    peers: ["keras", "keras-xla", "pytorch"],
    precisions: ["f32"],
    rounds: 5,
    threads: navigator.hardwareConcurrency,
    json: undefined,
    chart: undefined,
    help: false,
  });
});

Deno.test("bench options: cases in the list's order, each once, and what follows them", () => {
  const options = benchOptions(
    [
      "generation",
      "char_gru",
      "char_gru",
      "--json",
      "a.json",
      "--rounds",
      "3",
      "--peers",
      "pytorch, keras",
      "--precision",
      "bf16",
    ],
    known,
    {},
  );
  assert.deepEqual(options.cases, ["char_gru", "generation"]);
  assert.deepEqual(options.peers, ["keras", "pytorch"]);
  assert.equal(options.json, resolve("a.json"));
  assert.equal(options.rounds, 3);
  assert.deepEqual(options.precisions, ["bf16"]);
});

Deno.test("bench options: no peer at all", () => {
  assert.deepEqual(benchOptions(["--peers", "none"], known).peers, []);
});

Deno.test("bench options: strangers and numbers that are none", () => {
  assert.throws(
    () => benchOptions(["char_rnn"], known),
    /^TypeError: Cannot measure a case as one of .*: char_rnn$/,
  );
  assert.throws(
    () => benchOptions(["--peers", "jax"], known),
    /^TypeError: Cannot measure a peer as one of .*: jax$/,
  );
  assert.throws(() => benchOptions(["--rounds", "0"], known), /--rounds as a whole number from 1: 0$/);
  assert.throws(() => benchOptions(["--threads", "two"], known), /--threads as a whole number from 1: two$/);
  assert.throws(() => benchOptions(["--fast"], known), TypeError);
});
