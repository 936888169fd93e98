import assert from "node:assert/strict";
import { binomialTail } from "../../lib/evaluation/mod.ts";

const close = (got: number, want: number): void =>
  assert.ok(Math.abs(got - want) < 1e-12, `${got}, not ${want}`);

Deno.test("binomialTail: literal values; the whole is 1, none of none too", () => {
  close(binomialTail(3, 4, { chance: 0.25 }), 13 / 256);
  close(binomialTail(4, 4, { chance: 0.25 }), 1 / 256);
  close(binomialTail(6, 10, { chance: 0.5 }), 386 / 1024);
  for (const  of of[0, 1, 23]) close(binomialTail(0, of, { chance: 0.25 }), 1);
  close(binomialTail(1, 5, { chance: 0 }), 0);
  close(binomialTail(5, 5, { chance: 1 }), 1);
});

Deno.test("binomialTail: counts and chances that are none", () => {
  for (const [right, of] of [[-1, 3], [4, 3], [1.5, 3], [0, NaN]] as const) {
    assert.throws(() => binomialTail(right, of, { chance: 0.25 }), RangeError);
  }
  for (const chance of [-0.1, 1.1, NaN]) assert.throws(() => binomialTail(1, 3, { chance }), RangeError);
});

Deno.test("binomialTail: as many answers as there are frames, as SciPy's binom.sf", () => {
  const wanted = [[50_500, 0.5, 0.0007911799394257579], [300, 0.002, 2.577779341740529e-11], [
    0,
    0.3,
    1,
  ]] as const;
  for (const [right, chance, tail] of wanted) {
    const received = binomialTail(right, 100_000, { chance });
    assert.ok(Math.abs(received - tail) <= 1e-9 * tail, `${received} for ${tail}`);
  }
});
