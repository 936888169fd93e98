import assert from "node:assert/strict";
import { formatDuration, parameters, profile } from "../../lib/notebook/mod.ts";
import { withEnv } from "./_page.ts";

const defaults = {
  seed: 7,
  text: "a",
  sizes: [1, 2],
  flag: true,
  limit: null,
  epochs: { quick: 1, full: 50 },
} as const;
const read = (): Readonly<Record<string, unknown>> => parameters(defaults);

Deno.test("parameters: quick by default, full where the profile says so", async () => {
  await withEnv({ UNROLL_PROFILE: undefined, UNROLL_SET: undefined }, () => {
    assert.deepEqual(read(), { ...defaults, epochs: 1, profile: "quick" });
    const params = parameters(defaults);
    const epochs: number = params.epochs, seed: number = params.seed, text: string = params.text;
    const sizes: readonly number[] = params.sizes;
    assert.deepEqual([epochs, seed, text, sizes.includes(5)], [1, 7, "a", params.sizes.includes(5)]);
  });
  await withEnv({ UNROLL_PROFILE: "full" }, () => assert.equal(read().epochs, 50));
});

Deno.test("parameters: UNROLL_SET replaces values of the same type, and null by anything", async () => {
  const set = { seed: 8, epochs: 3, flag: false, sizes: [5], limit: "x" };
  await withEnv({ UNROLL_SET: JSON.stringify(set) }, () => {
    assert.deepEqual(read(), { ...defaults, ...set, profile: "quick" });
  });
});

Deno.test("parameters: frozen, arrays too, and the defaults stay as they were", () => {
  const sizes = [1, [2]];
  const params = parameters({ sizes: sizes as never });
  assert.ok(Object.isFrozen(params));
  assert.throws(() => Reflect.set(params, "seed", 1) || assert.fail("not set"), assert.AssertionError);
  assert.throws(() => (params as unknown as { sizes: number[] }).sizes.push(3), TypeError);
});

Deno.test("parameters: what can't be set is refused in words", async () => {
  const refused: [string, RegExp][] = [
    [
      `{"epoch":3}`,
      /RangeError: Cannot set epoch as a parameter of this notebook: it has seed, text, .*epochs/,
    ],
    [`{"epochs":"3"}`, /TypeError: Cannot set epochs as a number \(its default is 1\): "3"/],
    [`{"sizes":["a"]}`, /TypeError: Cannot set sizes as a array of number .*: \["a"\]/],
    [`{"profile":"full"}`, /RangeError: Cannot set profile/],
    [`epochs=3`, /SyntaxError: Cannot read UNROLL_SET as JSON, as in \{"epochs":3\}: epochs=3/],
    [`[1]`, /TypeError: Cannot read UNROLL_SET as an object/],
    [`null`, /TypeError: Cannot read UNROLL_SET as an object/],
  ];
  for (const [set, message] of refused) {
    await withEnv(
      { UNROLL_SET: set },
      () => assert.throws(read, (error) => message.test(String(error)), set),
    );
  }
  assert.throws(() => parameters({ profile: "x" }), /RangeError: Cannot take a parameter named profile/);
});

Deno.test("profile: an unknown one is refused", async () => {
  await withEnv({ UNROLL_PROFILE: "fast" }, () => {
    assert.throws(() => profile(), /RangeError: Cannot read UNROLL_PROFILE as quick or full: fast/);
  });
});

Deno.test("formatDuration: two units at most", () => {
  const texts: [number, string][] = [
    [0.44, "0.4 s"],
    [9.96, "10 s"],
    [59.6, "1 min 0 s"],
    [200, "3 min 20 s"],
    [7500, "2 h 5 min"],
    [NaN, "unknown"],
    [-1, "unknown"],
  ];
  for (const [seconds, text] of texts) assert.equal(formatDuration(seconds), text);
});
