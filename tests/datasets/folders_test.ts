import assert from "node:assert/strict";
import { resolve } from "node:path";
import { cacheFolder, mirrorFolders } from "../../lib/datasets/mod.ts";
import { forPeople, projectFolder } from "../../lib/datasets/files/folders.ts";

const PROJECT = resolve(import.meta.dirname!, "../..");

function withEnvironment(values: Record<string, string | undefined>, check: () => void): void {
  const before = Object.keys(values).map((name) => [name, Deno.env.get(name)] as const);
  const set = (name: string, value?: string) =>
    value === undefined ? Deno.env.delete(name) : Deno.env.set(name, value);
  try {
    Object.entries(values).forEach(([name, value]) => set(name, value));
    check();
  } finally {
    before.forEach(([name, value]) => set(name, value));
  }
}

Deno.test("cacheFolder: data/cache of the project, or UNROLL_CACHE", () => {
  withEnvironment(
    { UNROLL_CACHE: undefined },
    () => assert.equal(cacheFolder(), resolve(PROJECT, "data/cache")),
  );
  withEnvironment({ UNROLL_CACHE: "/elsewhere" }, () => assert.equal(cacheFolder(), "/elsewhere"));
  withEnvironment({ UNROLL_CACHE: "other" }, () => assert.equal(cacheFolder(), resolve(PROJECT, "other")));
});

Deno.test("mirrorFolders: none when unset, each of several, relative to the working directory or the project", () => {
  withEnvironment({ UNROLL_DATA: undefined }, () => assert.deepEqual(mirrorFolders(), []));
  withEnvironment({ UNROLL_DATA: ":/a: /b :" }, () => assert.deepEqual(mirrorFolders(), ["/a", "/b"]));
  withEnvironment({ UNROLL_DATA: "no/such/folder" }, () => {
    assert.deepEqual(mirrorFolders(), [resolve(PROJECT, "no/such/folder")]);
  });
  withEnvironment({ UNROLL_DATA: "." }, () => assert.deepEqual(mirrorFolders(), [Deno.cwd()]));
});

Deno.test("projectFolder: a library that lies in no folder needs UNROLL_CACHE", () => {
  assert.equal(resolve(projectFolder()), PROJECT);
  assert.throws(() => projectFolder("https://example.org/lib/datasets/files/folders.ts"), {
    name: "MissingError",
    message: /lies at https:.*run: export UNROLL_CACHE=/,
  });
});

Deno.test("forPeople: from the project where that is shorter", () => {
  assert.equal(forPeople(resolve(PROJECT, "data/cache/x")), "data/cache/x");
  assert.equal(forPeople("/a"), "/a");
  assert.equal(forPeople(PROJECT), ".");
  assert.equal(forPeople("/a/b", "https://example.org/lib/datasets/files/folders.ts"), "/a/b");
});
