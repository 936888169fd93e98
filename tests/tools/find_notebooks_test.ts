import assert from "node:assert/strict";
import { join } from "node:path";
import { findNotebooks } from "../../tools/report/find_notebooks.ts";
import { ReportError } from "../../tools/setup/command_line.ts";

Deno.test("findNotebooks finds by name, by path, and all", async () => {
  const folder = await Deno.makeTempDir();
  for (const name of ["b.ipynb", "a.ipynb", "note.md"]) await Deno.writeTextFile(join(folder, name), "{}");
  const notebook = (name: string) => ({ name, file: join(folder, `${name}.ipynb`) });
  assert.deepEqual(await findNotebooks(folder, []), [notebook("a"), notebook("b")]);
  assert.deepEqual(await findNotebooks(folder, ["b", "a.ipynb"]), [notebook("b"), notebook("a")]);
  assert.deepEqual(await findNotebooks("/nowhere", [join(folder, "a.ipynb")]), [notebook("a")]);
  await assert.rejects(findNotebooks(folder, ["c"]), (error: Error) => {
    assert(error instanceof ReportError);
    assert.equal(error.message, "Cannot report as one of a, b: c");
    return true;
  });
  await assert.rejects(findNotebooks(join(folder, "empty"), []), /holds none/);
  await Deno.remove(folder, { recursive: true });
});
