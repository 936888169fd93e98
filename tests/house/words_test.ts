import { words } from "../../tools/checks/words.ts";
import { assertClean, assertProblem, problemsIn } from "./_sample.ts";

Deno.test("words: accepts ordinary text", () =>
  assertClean(words, {
    "README.md": "The framework/tmpl folder; see https://example.org/work/a and ./tmp/a.\n",
  }));

for (
  const [what, text, expected] of [
    ["a registry's host", `from https://${"pypi"}.org/simple`, /registry/],
    ["a path of this machine", `open /${"tmp"}/a.txt`, /one machine/],
    ["unfinished work", `// ${"TO" + "DO"} later`, /unfinished/],
  ] as const
) {
  Deno.test(`words: finds ${what}`, async () => {
    assertProblem(await problemsIn(words, { "lib/a.ts": `// a\n${text}\n` }), "lib/a.ts", 2, expected);
  });
}
