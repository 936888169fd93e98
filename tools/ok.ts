/**
 * `deno task ok [CHECK…] [--all]`: format, lint, types, docs, room imports, notebooks, sizes, words, bytes.
 *
 * Prints one line a check and, below a failed one, where and how to mend it (the first 20; `--all` prints the rest).
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { allChecks } from "./checks/all.ts";
import type { Check } from "./checks/check.ts";
import { runCheck } from "./checks/run_check.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values, positionals } = parseArgs({
  args: Deno.args,
  allowPositionals: true,
  options: { all: { type: "boolean", default: false } },
});
const unknown = positionals.filter((name) => !allChecks.some((check) => check.name === name));
if (unknown.length > 0) {
  const names = allChecks.map(({ name }) => name).join(", ");
  console.error(`Cannot run as a check: ${unknown.join(", ")}; there are ${names}`);
  Deno.exit(2);
}

const wanted = allChecks.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const results = await Promise.all(wanted.map(async (check: Check) => {
  const { passed, lines } = await runCheck(check, root, { most: values.all ? Infinity : 20 });
  console.log(lines.join("\n"));
  return passed;
}));
const failed = results.filter((passed) => !passed).length;
console.log(
  failed === 0 ? `all ${results.length} checks passed` : `${failed} of ${results.length} checks failed`,
);
Deno.exit(failed === 0 ? 0 : 1);
