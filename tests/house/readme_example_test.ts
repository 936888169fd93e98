import assert from "node:assert/strict";

const read = (path: string): string => Deno.readTextFileSync(new URL(`../../${path}`, import.meta.url));

/** Code without what a formatter changes: white space, and commas before a closing bracket. */
const bare = (code: string): string => code.replace(/\s+/g, "").replace(/,([)\]}])/g, "$1");

Deno.test("the README's example is the file that .ci/run runs", () => {
  const blocks = [...read("README.md").matchAll(/^```ts\n([\s\S]*?)^```/gm)].map((match) => bare(match[1]!));
  assert.ok(
    blocks.includes(bare(read("examples/sine.ts"))),
    "README.md shows something else than examples/sine.ts",
  );
});
