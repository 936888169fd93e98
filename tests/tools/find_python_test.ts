import assert from "node:assert/strict";
import { join } from "node:path";
import { MissingError } from "../../lib/core/mod.ts";
import { findPython } from "../../tools/setup/find_python.ts";

/** A folder whose programs answer as these Pythons would: name -> [version, venv, ensurepip, 64 bits]. */
async function fakePath(
  programs: Record<string, [string, boolean, boolean, boolean?, string?]>,
): Promise<string> {
  const folder = await Deno.makeTempDir();
  for (const [name, [release, venv, pip, wide = true, kind = "CPython"]] of Object.entries(programs)) {
    const version = release.split(".").slice(0, 2).map(Number);
    const answer = JSON.stringify([version, release, venv, pip, wide, kind]);
    await Deno.writeTextFile(join(folder, name), `#!/bin/sh\necho '${answer}'\n`, { mode: 0o755 });
  }
  return folder;
}

const ignore = Deno.build.os === "windows"; // the fakes are shell scripts

async function refusal(programs: Parameters<typeof fakePath>[0]): Promise<string> {
  const PATH = await fakePath(programs);
  try {
    const error = await findPython({ PATH }).then(() => undefined, (error) => error);
    assert(error instanceof MissingError, `expected a MissingError, got ${error}`);
    return error.message;
  } finally {
    await Deno.remove(PATH, { recursive: true });
  }
}

Deno.test({ name: "findPython takes the first that serves", ignore }, async () => {
  const PATH = await fakePath({ python3: ["3.9.18", true, true], python: ["3.12.1", true, true] });
  assert.deepEqual(await findPython({ PATH }), { command: ["python"], version: [3, 12], release: "3.12.1" });
  await Deno.remove(PATH, { recursive: true });
});

Deno.test({ name: "findPython looks behind a python3 without venv", ignore }, async () => {
  const PATH = await fakePath({ python3: ["3.11.2", true, false], "python3.12": ["3.12.1", true, true] });
  assert.deepEqual((await findPython({ PATH })).command, ["python3.12"]);
  await Deno.remove(PATH, { recursive: true });
});

Deno.test({ name: "findPython says when there is no Python", ignore }, async () => {
  const message = await refusal({});
  assert.match(
    message,
    /^Cannot set up as Python 3\.10 or newer is missing: none answers at the path; install it/,
  );
  assert.match(message, /run `deno task setup` again$/);
});

Deno.test({ name: "findPython says which Python is too old", ignore }, async () => {
  assert.match(
    await refusal({ python3: ["3.8.18", true, true] }),
    /python3 is Python 3\.8\.18, older than 3\.10/,
  );
  assert.match(await refusal({ python: ["2.7.18", false, false] }), /python is Python 2\.7\.18/);
});

Deno.test({ name: "findPython says which module is missing and how to get it", ignore }, async () => {
  const message = await refusal({ python3: ["3.11.2", true, false] });
  assert.match(message, /python3 \(3\.11\.2\) lacks its ensurepip module/);
  assert.match(message, /apt install python3-venv/);
  assert.match(await refusal({ python3: ["3.11.2", false, false] }), /lacks its venv module/);
});

Deno.test({ name: "findPython refuses a 32-bit Python", ignore }, async () => {
  assert.match(await refusal({ python3: ["3.11.2", true, true, false] }), /32-bit/);
});

Deno.test({ name: "findPython refuses another Python than CPython", ignore }, async () => {
  assert.match(
    await refusal({ python3: ["3.11.2", true, true, true, "PyPy"] }),
    /is PyPy, not the usual Python/,
  );
});

Deno.test({ name: "findPython prefers a Python that the frozen packages are known on", ignore }, async () => {
  const PATH = await fakePath({ python3: ["3.15.0", true, true] });
  assert.deepEqual((await findPython({ PATH })).version, [3, 15]);
  await Deno.writeTextFile(
    join(PATH, "python3.13"),
    `#!/bin/sh\necho '[[3,13],"3.13.0",true,true,true,"CPython"]'\n`,
    { mode: 0o755 },
  );
  assert.deepEqual((await findPython({ PATH })).version, [3, 13]);
  await Deno.remove(PATH, { recursive: true });
});

Deno.test({ name: "findPython asks only the one that UNROLL_PYTHON names", ignore }, async () => {
  const PATH = await fakePath({ python3: ["3.12.1", true, true], old: ["3.8.0", true, true] });
  assert.deepEqual((await findPython({ PATH, UNROLL_PYTHON: join(PATH, "python3") })).version, [3, 12]);
  await assert.rejects(findPython({ PATH, UNROLL_PYTHON: join(PATH, "old") }), /older than 3\.10/);
  await assert.rejects(
    findPython({ PATH, UNROLL_PYTHON: "/nowhere/python" }),
    /UNROLL_PYTHON=\/nowhere\/python/,
  );
  await Deno.remove(PATH, { recursive: true });
});
