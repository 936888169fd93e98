import { strict as assert } from "node:assert";
import { EngineError } from "../../lib/engine/mod.ts";
import { Handles } from "../../lib/engine/onednn/handles.ts";
import { openOneDNN } from "../../lib/engine/onednn/open_library.ts";
import { Workspaces } from "../../lib/engine/onednn/workspaces.ts";

const library = openOneDNN(), ignore = !library;

Deno.test({ name: "workspaces are lent by ticket and used again", ignore }, () => {
  const handles = new Handles(library!), pool = new Workspaces(handles, handles.layout([100]));
  const first = pool.take(), second = pool.take();
  assert.notEqual(first.memory, second.memory);
  assert.equal(pool.redeem(first.ticket), first.memory);
  pool.give(first.ticket);
  const third = pool.take();
  assert.equal(third.memory, first.memory);
  assert.notEqual(third.ticket, first.ticket);
  assert.equal(pool.size, 2);
  handles.free();
});

Deno.test({ name: "runs whose gradient never comes do not pile up; a late gradient says so", ignore }, () => {
  const handles = new Handles(library!), pool = new Workspaces(handles, handles.layout([2 ** 26])); // 256 MB, never touched
  const tickets = Array.from({ length: 20 }, () => pool.take().ticket);
  assert.equal(pool.size, 8);
  pool.redeem(tickets.at(-1)!);
  assert.throws(
    () => pool.redeem(tickets[0]!),
    (error: Error) =>
      error instanceof EngineError && error.code === "FAILED_PRECONDITION" &&
      /latest 8 runs/.test(error.message),
  );
  handles.free();
});
