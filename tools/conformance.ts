/**
 * `deno task conformance [--filter TEXT] [--skipped] [--upstream] [--engine FILE]`: tfjs-core's own specs on the engine.
 *
 * Fails when a spec fails that `conformance/skipped.ts` does not name, when an entry there names no spec, or when fewer
 * specs ran than tfjs-core has for a backend like this one. The last line is `N passed, N failed`.
 *
 * @module
 */
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { bundleSpecs, packageFolders } from "./conformance/bundle.ts";
import { installJasmine, runSpecs, type SpecResult } from "./conformance/jasmine.ts";
import { skipped } from "./conformance/skipped.ts";
import { upstreamSkips } from "./conformance/upstream.ts";

const leastSpecs = 3800;
const root = fileURLToPath(new URL("..", import.meta.url));
const { values: options } = parseArgs({
  args: Deno.args,
  options: {
    filter: { type: "string", default: "" },
    engine: { type: "string", default: join(root, "lib/engine/mod.ts") },
    skipped: { type: "boolean", default: false }, // runs only what is skipped: what passes can leave the list
    upstream: { type: "boolean", default: false }, // tfjs-node's own list instead of ours
  },
});

const folders = packageFolders(root);
const upstream = upstreamSkips(folders.node);
const skips = options.upstream ? upstream : skipped.flatMap((group) => group.specs);
const unused = new Set(options.upstream ? [] : skips);
const isSkipped = (name: string): boolean => {
  const matches = skips.filter((part) => name.includes(part));
  matches.forEach((part) => unused.delete(part));
  return matches.length > 0;
};

console.log("bundling tfjs-core's specs");
const bundle = join(root, ".cache", "conformance", "specs.cjs");
await bundleSpecs(folders.core, bundle);
const environment = installJasmine();
const { useEngine } = await import(pathToFileURL(resolve(options.engine)).href);
const { engine } = await useEngine({ backend: "tensorflow" });
console.log(
  `running them on ${engine?.backend ?? "tensorflow"} ${engine?.version ?? ""} (${engine?.device ?? "?"})`,
);
console.warn = () => {}; // the specs provoke hundreds of deprecation notices
createRequire(import.meta.url)(bundle).load();

const counts = { passed: 0, failed: 0, excluded: 0 };
const started = performance.now();
const report = ({ status, fullName, failedExpectations }: SpecResult): void => {
  if (status === "pending" || status === "excluded") counts.excluded++;
  if (status === "passed") {
    if (++counts.passed % 500 === 0) console.log(`  ${counts.passed} passed`);
    if (options.skipped) console.log(`PASSES NOW ${fullName}`);
  }
  if (status !== "failed") return;
  counts.failed++;
  const reasons = failedExpectations.map((failure) => failure.message.slice(0, 300));
  console.error(`FAILED ${fullName}\n    ${reasons.slice(0, 2).join("\n    ")}`);
};
await runSpecs(
  environment,
  (name) => isSkipped(name) === options.skipped && name.includes(options.filter),
  report,
);

console.log(`${((performance.now() - started) / 1000).toFixed(0)} s; ${counts.excluded} specs left out`);
console.log(`skip list: ${skips.length} entries (tfjs-node: ${upstream.length})`);
for (const part of unused) {
  counts.failed++;
  console.error(`FAILED skip list names no spec: ${part}\n    take it out of tools/conformance/skipped.ts`);
}
const whole = options.filter === "" && !options.skipped;
if (whole && counts.passed + counts.failed < leastSpecs) {
  console.error(`FAILED only ${counts.passed + counts.failed} specs ran, expected at least ${leastSpecs}`);
  counts.failed++;
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
Deno.exit(counts.failed === 0 ? 0 : 1);
