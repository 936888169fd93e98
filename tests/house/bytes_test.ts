import { createHash } from "node:crypto";
import { bytes } from "../../tools/checks/bytes.ts";
import { assertClean, assertProblem, problemsIn } from "./_sample.ts";

Deno.test("bytes: accepts a small tree with a manifest", () =>
  assertClean(bytes, { "data/README.md": "", "data/manifest.json": "{}", "lib/a.ts": "" }));

Deno.test("bytes: finds a file above one mebibyte", async () => {
  assertProblem(
    await problemsIn(bytes, { "lib/a.ts": " ".repeat(2 ** 20 + 1) }),
    "lib/a.ts",
    undefined,
    /1048577/,
  );
});

Deno.test("bytes: finds data in data/ and a report", async () => {
  assertProblem(
    await problemsIn(bytes, { "data/input.txt": "To be" }),
    "data/input.txt",
    undefined,
    /data\//,
  );
  assertProblem(
    await problemsIn(bytes, { "reports/a.html": "" }),
    "reports/a.html",
    undefined,
    /made by a command/,
  );
});

Deno.test("bytes: finds a corpus wherever it lies, by its checksum in the manifest", async () => {
  const corpus = "First Citizen:\n";
  const sha256 = createHash("sha256").update(corpus).digest("hex");
  const files = { "data/manifest.json": JSON.stringify([{ sha256 }]), "tests/text/sample.txt": corpus };
  assertProblem(await problemsIn(bytes, files), "tests/text/sample.txt", undefined, /corpus/);
});
