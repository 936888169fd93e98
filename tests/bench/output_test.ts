import assert from "node:assert/strict";
import { join } from "node:path";
import { loadWarning } from "../../bench/measuring/load.ts";
import { recordOf } from "../../bench/measuring/record.ts";
import { writeRecords } from "../../bench/output/write_records.ts";

Deno.test("load: a warning above one half", () => {
  assert.equal(loadWarning([0.5, 9, 9]), undefined);
  assert.match(loadWarning([2.34, 0, 0])!, /busy \(load 2\.3 /);
});

Deno.test("records: a file that is whole after each case", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const path = join(folder, "new", "results.json");
    const records = [recordOf({ case: "a", system: "keras", precision: "f32", threads: 2 }, [1])];
    await writeRecords(path, []);
    assert.deepEqual(JSON.parse(await Deno.readTextFile(path)), []);
    await writeRecords(path, [...records, ...records]);
    assert.deepEqual(JSON.parse(await Deno.readTextFile(path)), [...records, ...records]);
    assert.deepEqual([...Deno.readDirSync(join(folder, "new"))].map(({ name }) => name), ["results.json"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
