import assert from "node:assert/strict";
import { joinSegments } from "../../lib/core/mod.ts";

Deno.test("joinSegments: in order, overlapping and touching ones joined, gaps kept", () => {
  const segments = [{ start: 4, end: 6 }, { start: 1, end: 9 / 8 }, { start: 5, end: 7 }, {
    start: 7,
    end: 7.5,
  }];
  assert.deepEqual(joinSegments(segments), [{ start: 1, end: 1.125 }, { start: 4, end: 7.5 }]);
  assert.deepEqual(segments[0], { start: 4, end: 6 });
  assert.deepEqual(joinSegments([{ start: 0, end: 9 }, { start: 1, end: 2 }]), [{ start: 0, end: 9 }]);
  assert.deepEqual(joinSegments([]), []);
});

Deno.test("joinSegments: a segment without extent, before 0 or without end is a RangeError", () => {
  for (const [start, end] of [[1, 1], [2, 1], [-1, 1], [NaN, 1], [0, NaN], [0, Infinity]] as const) {
    assert.throws(() => joinSegments([{ start, end }]), {
      name: "RangeError",
      message: /as one from 0 s on that ends/,
    });
  }
});

Deno.test("joinSegments: where time has no beginning, none is too early", () => {
  assert.deepEqual(joinSegments([{ start: -2, end: 1 }], { earliest: -Infinity }), [{ start: -2, end: 1 }]);
  assert.throws(() => joinSegments([{ start: 1, end: 1 }], { earliest: -Infinity }), {
    message: "Cannot use a segment as one that ends after its beginning: 1 s to 1 s",
  });
});
