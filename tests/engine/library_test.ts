import assert from "node:assert/strict";
import { CorruptError } from "unroll/core/mod.ts";
import { checkFile } from "../../lib/engine/library_files.ts";
import { candidates } from "../../lib/engine/tensorflow/find_library.ts";
import { runScript } from "./_run_script.ts";

const open = (library: string): string => `
  import { useEngine } from "unroll/engine/mod.ts";
  await useEngine({ backend: "tensorflow", library: ${JSON.stringify(library)} });
`;
const onLinux = Deno.build.os === "linux";

/** A copy of the library's first bytes, in a folder that is removed afterwards. */
async function withFile(bytes: Uint8Array, use: (path: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir(), path = `${folder}/libtensorflow_cc.so.2`;
  try {
    await Deno.writeFile(path, bytes);
    await use(path);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** The first bytes of the library in use. */
function head(bytes: number): Uint8Array {
  const buffer = new Uint8Array(bytes);
  using file = Deno.openSync(candidates()[0]!.path);
  file.readSync(buffer);
  return buffer;
}

Deno.test("the project's own environment comes first, and the system last", () => {
  const found = candidates();
  assert.equal(found[0]!.origin, ".venv");
  assert.equal(found.at(-1)!.origin, "the system");
});

Deno.test("an explicit path is the only candidate", () => {
  assert.deepEqual(candidates("/nowhere").map(({ path }) => path), ["/nowhere"]);
});

Deno.test("a folder stands for the library in it", async () => {
  await withFile(head(64), (path) => {
    const folder = path.slice(0, path.lastIndexOf("/"));
    assert.deepEqual(candidates(folder).map(({ path }) => path), [path]);
    return Promise.resolve();
  });
});

Deno.test({ name: "a truncated library is refused before it is mapped", ignore: !onLinux }, async () => {
  await withFile(head(4096), async (path) => {
    assert.throws(() => checkFile(path), CorruptError);
    const { success, errors } = await runScript(open(path));
    assert.equal(success, false);
    assert.match(errors, /CorruptError: Cannot open .* it has 4096 of \d+ bytes.*deno task setup/);
  });
});

Deno.test({ name: "a file that is no library is refused", ignore: !onLinux }, async () => {
  await withFile(new TextEncoder().encode("not a library ".repeat(20)), (path) => {
    assert.throws(() => checkFile(path), /no ELF file/);
    return Promise.resolve();
  });
});

Deno.test({ name: "a library for another processor is refused", ignore: !onLinux }, async () => {
  const bytes = head(64), view = new DataView(bytes.buffer);
  view.setUint16(18, 8, true); // MIPS
  view.setBigUint64(40, 0n, true); // no section table
  view.setUint16(60, 0, true);
  await withFile(bytes, (path) => {
    assert.throws(() => checkFile(path), /it is for another processor/);
    return Promise.resolve();
  });
});

Deno.test("a missing library is said to be missing, with the command that gets it", async () => {
  const { success, errors } = await runScript(open("/nowhere/libtensorflow_cc.so.2"));
  assert.equal(success, false);
  assert.match(errors, /MissingError: Cannot open .*\/nowhere.* deno task setup/);
});

Deno.test({ name: "a library that lacks the functions is refused", ignore: !onLinux }, async () => {
  const framework = candidates()[0]!.path.replace("_cc.so", "_framework.so");
  const { success, errors } = await runScript(open(framework));
  assert.equal(success, false);
  assert.match(errors, /MissingError: Cannot open .*_framework.* as TensorFlow's library/);
});
