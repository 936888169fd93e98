import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { packageFolders } from "../../tools/conformance/bundle.ts";
import { skipped } from "../../tools/conformance/skipped.ts";
import { upstreamSkips } from "../../tools/conformance/upstream.ts";
import { withSample } from "./_sample.ts";

const { node } = packageFolders(fileURLToPath(new URL("../..", import.meta.url)));
const entries = skipped.flatMap(({ specs }) => specs);

Deno.test("conformance: tfjs-node's own skip list is read from its package", () => {
  const upstream = upstreamSkips(node);
  assert.equal(upstream.length, 91); // tfjs-node-gpu 4.22.0, its last
  assert.ok(upstream.includes("image.transform"));
});

Deno.test("conformance: only specs are skipped that tfjs-node skips too, and fewer, each for a reason", () => {
  const upstream = upstreamSkips(node);
  const ours = entries.filter((spec) => !upstream.some((part) => spec.includes(part)));
  assert.deepEqual(ours, []);
  assert.ok(entries.length < upstream.length);
  assert.equal(new Set(entries).size, entries.length);
  assert.ok(skipped.every(({ reason, specs }) => reason.length > 10 && specs.length > 0));
});

Deno.test("conformance: a package without a skip list is an error", () =>
  withSample({ "dist/run_tests.js": "var nothing = [];" }, (root) => {
    assert.throws(() => upstreamSkips(root), /Cannot read IGNORE_LIST as a list of names/);
    return Promise.resolve();
  }));
