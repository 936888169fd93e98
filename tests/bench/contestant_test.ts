import assert from "node:assert/strict";
import { Contestant, killAll } from "../../bench/measuring/contestant.ts";

const who = { case: "small_op", system: "unroll", precision: "f32", threads: 1 } as const;

Deno.test("contestant: gets ready, does its steps, rests and goes on, ends", async () => {
  const contestant = new Contestant(who);
  try {
    assert.match(await contestant.ready(), /^tensorflow \d/);
    const { milliseconds, repeats, residentMb } = await contestant.run(2);
    assert.equal(milliseconds.length, 2);
    assert.equal(repeats, 5000);
    assert.ok(residentMb > 10);
    contestant.rest();
    contestant.wake();
    assert.equal((await contestant.run(1)).milliseconds.length, 1);
  } finally {
    await contestant.end();
    await contestant.end(); // twice does no harm
  }
});

Deno.test("contestant: a process that fails says why", async () => {
  const contestant = new Contestant({ ...who, case: "no_such_case" });
  try {
    await assert.rejects(contestant.ready(), /^Error: it ended with status 1: .*TypeError/);
  } finally {
    await contestant.end();
  }
});

Deno.test("contestant: killed from outside while it rests", async () => {
  const contestant = new Contestant(who);
  try {
    contestant.rest();
    killAll();
    await assert.rejects(contestant.ready(), /^Error: it ended with SIGKILL/);
  } finally {
    await contestant.end();
  }
});
