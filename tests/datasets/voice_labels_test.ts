import assert from "node:assert/strict";
import { join } from "node:path";
import { frameLabels, readRttm, readUem } from "../../lib/datasets/mod.ts";
import { temporaryFolder } from "./_server.ts";

/** What a reader makes of a text. */
async function read<Result>(reader: (path: string) => Promise<Result>, text: string): Promise<Result> {
  using folder = temporaryFolder();
  const path = join(folder.path, "some.file");
  await Deno.writeTextFile(path, text);
  return await reader(path);
}

const tail = "<NA> <NA> x <NA> <NA>";

Deno.test("frameLabels: a frame is speech where its middle is", () => {
  const labels = (start: number, end: number) => [...frameLabels([{ start, end }], { frames: 6 })].join("");
  assert.equal(labels(0.02, 0.04), "001100");
  assert.equal(labels(0.0249, 0.0449), "001100");
  assert.equal(labels(0.0251, 0.0451), "000110");
  assert.equal(labels(0.025, 0.045), "001100"); // the beginning is inside, the end is not
  assert.equal(labels(0.026, 0.034), "000000"); // shorter than a frame, between two middles
  const coarse = frameLabels([{ start: 1, end: 2 }], { frames: 3, hop: 1 });
  assert.deepEqual([...coarse], [0, 1, 0]);
});

Deno.test("frameLabels: the same as asking every frame, at every millisecond", () => {
  for (let start = 0; start < 300; start += 7) {
    const end = start + 1 + (start * 13) % 250;
    const asked = Array.from({ length: 60 }, (_, t) => +(start <= 10 * t + 5 && 10 * t + 5 < end));
    const segments = [{ start: start / 1000, end: end / 1000 }];
    assert.deepEqual([...frameLabels(segments, { frames: 60 })], asked, `${start} ${end}`);
  }
});

Deno.test("frameLabels: overlaps count once; all speech and all silence are fine", () => {
  const segments = [{ start: 0, end: 0.03 }, { start: 0.01, end: 0.04 }, { start: 0.035, end: 0.06 }];
  assert.deepEqual([...frameLabels(segments, { frames: 6 })], [1, 1, 1, 1, 1, 1]);
  assert.deepEqual([...frameLabels([], { frames: 3 })], [0, 0, 0]);
});

Deno.test("frameLabels: shorter labels end in silence, longer ones are cut off up to 0.1 s, then refused", () => {
  assert.deepEqual([...frameLabels([{ start: 0, end: 0.02 }], { frames: 4 })], [1, 1, 0, 0]);
  assert.deepEqual([...frameLabels([{ start: 0, end: 0.12 }], { frames: 4 })], [1, 1, 1, 1]);
  assert.throws(() => frameLabels([{ start: 0, end: 0.15 }], { frames: 4 }), {
    name: "RangeError",
    message: /Cannot label 4 frames of 0.01 s .* ends at 0.15 s, the frames at 0.04 s/,
  });
});

Deno.test("frameLabels: numbers that are not positive are a RangeError", () => {
  for (const options of [{ frames: 0 }, { frames: 1.5 }, { frames: 3, hop: 0 }, { frames: 3, hop: NaN }]) {
    assert.throws(() => frameLabels([], options), RangeError);
  }
});

Deno.test("readRttm: recordings apart, speakers joined, other lines passed over", async () => {
  const found = await read(
    readRttm,
    `\uFEFF;; a comment\r\nSPEAKER a 1 3 1.5 ${tail}\r\n\nSPKR-INFO a 1 <NA> <NA> <NA> unknown x <NA>
SPEAKER a 1 4 2 <NA> <NA> y <NA> <NA>\nSPEAKER b 1 28.474 1.526 ${tail}\nSPEAKER a 1 .5 1e-1 ${tail}
SPEAKER c 1 5 0.000 ${tail}`,
  );
  assert.deepEqual([...found], [
    ["a", [{ start: 0.5, end: 0.6 }, { start: 3, end: 6 }]],
    ["b", [{ start: 28.474, end: 30 }]],
    ["c", []],
  ]);
  assert.equal((await read(readRttm, "")).size, 0);
});

Deno.test("readRttm: a line that does not parse is a SyntaxError with its number", async () => {
  const bad: [string, RegExp][] = [
    ["SPEAKERS a 1 3 1 " + tail, /"SPEAKERS" is no type/],
    ["SPEAKER a 1 3 1", /has 5 fields/],
    ["SPEAKER a 1 three 1 " + tail, /"three" is no start/],
    ["SPEAKER a 1 -3 1 " + tail, /"-3" is no start/],
    ["SPEAKER a 1 3 -1 " + tail, /"-1" is no duration/],
    ["SPEAKER a 1 3 0x10 " + tail, /"0x10" is no duration/],
    ["SPEAKER a 1 3 <NA> " + tail, /"<NA>" is no duration/],
  ];
  for (const [line, message] of bad) {
    const text = `SPEAKER a 1 1 1 ${tail}\n\n${line}\n`;
    await assert.rejects(
      read(readRttm, text),
      (error: Error) =>
        error instanceof SyntaxError && /some\.file as RTTM: line 3: /.test(error.message) &&
        message.test(error.message),
      line,
    );
  }
  await assert.rejects(readRttm("no/such.rttm"), Deno.errors.NotFound);
});

Deno.test("readUem: regions of each recording, joined where they overlap", async () => {
  const found = await read(readUem, ";; c\na NA 0.000 30.000\nb 1 5 9\nb 1 1 2.5\nb 1 8 10\n");
  assert.deepEqual([...found], [["a", [{ start: 0, end: 30 }]], ["b", [{ start: 1, end: 2.5 }, {
    start: 5,
    end: 10,
  }]]]);
});

Deno.test("readUem: a line that does not parse is a SyntaxError with its number", async () => {
  for (const line of ["a NA 3", "a NA 3 2", "a NA x 2", "a NA 0 1 2"]) {
    await assert.rejects(read(readUem, `a NA 0 1\n${line}`), {
      name: "SyntaxError",
      message: /as UEM: line 2: /,
    });
  }
});
