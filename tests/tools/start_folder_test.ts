import assert from "node:assert/strict";
import { join } from "node:path";
import { startFolder, wholeFolders } from "../../tools/setup/start_folder.ts";

Deno.test("startFolder is where the command was typed", () => {
  assert.equal(startFolder({ INIT_CWD: "/there" }), "/there");
  assert.equal(startFolder({}), Deno.cwd());
});

Deno.test("wholeFolders makes relative folders whole: from where it was typed, then from the project", async () => {
  const root = await Deno.makeTempDir();
  await Deno.mkdir(join(root, "typed", "data"), { recursive: true });
  await Deno.mkdir(join(root, "mirror"));
  const env = {
    INIT_CWD: join(root, "typed"),
    UNROLL_DATA: "data:mirror:/absolute",
    UNROLL_CHECKPOINTS: "new",
  };
  assert.deepEqual(wholeFolders(root, env), {
    UNROLL_DATA: [join(root, "typed", "data"), join(root, "mirror"), "/absolute"].join(":"),
    UNROLL_CHECKPOINTS: join(root, "typed", "new"),
  });
  await Deno.remove(root, { recursive: true });
});
