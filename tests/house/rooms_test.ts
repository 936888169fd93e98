import { rooms } from "../../tools/checks/rooms.ts";
import { roomTable } from "../../tools/checks/room_table.ts";
import { assertClean, assertProblem, problemsIn } from "./_sample.ts";
import assert from "node:assert/strict";

const tests = Object.fromEntries(Object.keys(roomTable).map((room) => [`tests/${room}/a_test.ts`, ""]));
const core = { ...tests, "lib/core/mod.ts": "export const a = 1;\n" };

Deno.test("rooms: the table has no circle", () => {
  const below = (room: string, seen: string[] = []): void => {
    assert.ok(!seen.includes(room), `circle: ${[...seen, room].join(" -> ")}`);
    roomTable[room]!.forEach((other) => below(other, [...seen, room]));
  };
  Object.keys(roomTable).forEach((room) => below(room));
});

Deno.test("rooms: accepts an import through a room's door", () =>
  assertClean(rooms, {
    ...core,
    "lib/text/a.ts":
      'import { a } from "../core/mod.ts";\nimport { b } from "./_b.ts";\n// import "../engine/mod.ts"\n',
    "lib/mod.ts": 'export * from "./core/mod.ts";\n',
    "lib/engine/a.ts": "Deno.dlopen;\n",
    "lib/notebook/a.ts": "Deno.jupyter;\n",
  }));

for (
  const [what, file, source, expected] of [
    [
      "a room that it may not use",
      "lib/text/a.ts",
      'import "../engine/mod.ts";\n',
      /text may not import engine/,
    ],
    ["an import upwards", "lib/core/a.ts", 'export { a } from "../mod.ts";\n', /core may not import mod.ts/],
    [
      "an import past the door",
      "lib/text/a.ts",
      'import type { a } from "../core/a.ts";\n',
      /go through lib\/core\/mod.ts/,
    ],
    ["a dynamic import past the door", "lib/text/a.ts", 'await import("../core/a.ts");\n', /go through/],
    [
      "a room that is not there",
      "lib/text/a.ts",
      'import "../series/mod.ts";\n',
      /text may not import series/,
    ],
    ["an import of itself by name", "lib/text/a.ts", 'import "unroll/core/mod.ts";\n', /relative path/],
    ["an import from outside lib", "lib/text/a.ts", 'import "../../tools/a.ts";\n', /not a room/],
    ["an inline package", "tools/a.ts", `import "${"npm"}:meyda@5";\n`, /deno.json/],
    ["a native library outside the engine", "lib/layers/a.ts", "Deno.dlopen;\n", /engine/],
    ["a pointer outside the engine", "lib/layers/a.ts", "new Deno.UnsafePointerView(p);\n", /engine/],
    ["Jupyter outside the notebook room", "lib/training/a.ts", "Deno.jupyter;\n", /notebook/],
    ["console in lib", "lib/core/a.ts", "console.log(1);\n", /console/],
  ] as const
) {
  Deno.test(`rooms: finds ${what}`, async () => {
    assertProblem(await problemsIn(rooms, { ...core, [file]: source }), file, 1, expected);
  });
}

Deno.test("rooms: finds a room without tests", async () => {
  const problems = await problemsIn(rooms, { "lib/core/mod.ts": "", "tests/core/_help.ts": "" });
  assertProblem(problems, "lib/core", undefined, /tests\/core/);
});
