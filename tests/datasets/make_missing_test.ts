import assert from "node:assert/strict";
import { join } from "node:path";
import { inFolder, whyNotKept } from "../../lib/datasets/files/_in_folder.ts";
import { makeMissing } from "../../lib/datasets/files/_make_missing.ts";
import { temporaryFolder } from "./_server.ts";

const full = () => Object.assign(new Error("No space left on device (os error 28)"), { code: "ENOSPC" });
const said = {
  name: "MissingError",
  message: /^Cannot keep files .*No space left.*; make room .*UNROLL_CACHE=/,
};

Deno.test("inFolder: the folder is made; one that can't be is a MissingError", () => {
  using folder = temporaryFolder();
  const deep = join(folder.path, "a", "b");
  assert.equal(inFolder(deep, () => Deno.statSync(deep).isDirectory), true);
  assert.throws(() => inFolder("/proc/unroll", () => {}), { name: "MissingError", message: /folder \/proc/ });
});

Deno.test("whyNotKept: a full disk is told with what helps, another error stays as it is", () => {
  assert.throws(() => {
    throw whyNotKept("/a", full());
  }, said);
  const other = new TypeError("something else");
  assert.equal(whyNotKept("/a", other), other);
});

Deno.test("makeMissing: what is missing is made, once; a disk that fills up is told", async () => {
  using folder = temporaryFolder();
  const asked: string[][] = [];
  const make = async (missing: ReadonlySet<string>): Promise<void> => {
    asked.push([...missing]);
    for (const name of missing) await Deno.writeTextFile(join(folder.path, name), name);
  };
  await Deno.writeTextFile(join(folder.path, "a.7.unfinished"), "of a process that was killed");
  await makeMissing(folder.path, ["a"], make);
  assert.deepEqual([...Deno.readDirSync(folder.path)].map(({ name }) => name).sort(), [".lock", "a"]);
  await Promise.all([makeMissing(folder.path, ["a", "b"], make), makeMissing(folder.path, ["b", "a"], make)]);
  assert.deepEqual(asked, [["a"], ["b"]]);
  await assert.rejects(makeMissing(folder.path, ["c"], () => Promise.reject(full())), said);
});
