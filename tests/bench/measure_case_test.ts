import assert from "node:assert/strict";
import type { Case } from "../../bench/cases/case.ts";
import type { Who } from "../../bench/measuring/contestant.ts";
import { type Competitor, measureCase } from "../../bench/measuring/measure_case.ts";
import { watchMemory } from "../../bench/measuring/watch_memory.ts";

const one: Case = {
  name: "char_gru",
  step: "a step",
  systems: ["unroll", "keras", "pytorch"],
  precisions: ["f32", "bf16"],
  prepare: () => ({ step: () => 0, end() {} }),
};

/** Systems whose steps take so many milliseconds by their own account; `diary` tells what happens. */
function systems(
  stepMs: Record<string, number>,
  broken: Partial<Record<string, "start" | "ready" | "turn" | "value">> = {},
  repeats = 1,
) {
  const diary: string[] = [];
  const start = ({ system, precision }: Who): Competitor => {
    const name = precision === "f32" ? system : `${system} ${precision}`;
    let timed = false;
    if (broken[name] === "start") throw new Error("no Python");
    return {
      ready: () =>
        broken[name] === "ready" ? Promise.reject(new Error("no such module")) : Promise.resolve("1.0"),
      run(steps) {
        if (timed && broken[name] === "turn") return Promise.reject(new Error("it ended"));
        if (timed) diary.push(`${name} ${steps}`);
        const milliseconds = new Array(steps).fill(stepMs[system]);
        const value = broken[name] === "value" ? null : 0;
        return Promise.resolve({ milliseconds, repeats, value, residentMb: 100, tensors: 3 });
      },
      rest: () => void (timed = true),
      wake() {},
      end: () => Promise.resolve(void diary.push(`${name} ended`)),
    };
  };
  return { diary, start };
}

const options = { systems: one.systems, rounds: 2, threads: 2, say: () => {} };

Deno.test("measureCase: the systems take turns of about two seconds", async () => {
  const { diary, start } = systems({ unroll: 500, keras: 1000, pytorch: 9000 });
  const { records, failures } = await measureCase(one, { ...options, start });
  const round = ["unroll 4", "keras 2", "pytorch 1"];
  assert.deepEqual(diary, [...round, ...round, "unroll ended", "keras ended", "pytorch ended"]);
  assert.deepEqual(records.map(({ system, medianMs, steps }) => [system, medianMs, steps]), [
    ["unroll", 500, 8],
    ["keras", 1000, 4],
    ["pytorch", 9000, 2],
  ]);
  assert.deepEqual(failures, []);
});

Deno.test("measureCase: a step of several things is long, each of them short", async () => {
  const { diary, start } = systems({ unroll: 1000 }, {}, 10);
  const { records } = await measureCase(one, { ...options, systems: ["unroll"], rounds: 1, start });
  assert.equal(diary[0], "unroll 2");
  assert.equal(records[0]!.medianMs, 100);
});

Deno.test("measureCase: bf16 only where it is asked for and a system has it", async () => {
  const { diary, start } = systems({ unroll: 2000, keras: 2000, "keras-xla": 2000 });
  const rounds = { ...options, systems: ["unroll", "keras-xla"] as const, rounds: 1, start };
  await measureCase(one, { ...rounds, precisions: ["f32", "bf16"] });
  assert.deepEqual(diary.slice(0, 3), ["unroll 1", "keras-xla 1", "unroll bf16 1"]);
  diary.length = 0;
  await measureCase({ ...one, precisions: ["f32"] }, { ...rounds, precisions: ["f32", "bf16"] });
  assert.deepEqual(diary.slice(0, 2), ["unroll 1", "keras-xla 1"]);
});

Deno.test("measureCase: who fails leaves, the others go on, and every process ends", async () => {
  const { diary, start } = systems({ unroll: 2000, keras: 2000, pytorch: 2000 }, {
    keras: "ready",
    pytorch: "turn",
  });
  const { records, failures } = await measureCase(one, { ...options, start });
  assert.deepEqual(records.map(({ system, steps }) => [system, steps]), [["unroll", 2]]);
  assert.deepEqual(failures, [
    { case: "char_gru", system: "keras", precision: "f32", why: "no such module" },
    { case: "char_gru", system: "pytorch", precision: "f32", why: "it ended" },
  ]);
  assert.deepEqual(diary.slice(-3), ["unroll ended", "keras ended", "pytorch ended"]);
});

Deno.test("measureCase: a system that can't even start", async () => {
  const { start } = systems({ unroll: 2000 }, { keras: "start" });
  const { records, failures } = await measureCase(one, { ...options, systems: ["unroll", "keras"], start });
  assert.equal(records.length, 1);
  assert.deepEqual(failures.map(({ system, why }) => [system, why]), [["keras", "no Python"]]);
});

Deno.test("measureCase: a loss that is no number is a failure, however fast it came", async () => {
  const { start } = systems({ unroll: 2000, keras: 2000 }, { keras: "value" });
  const { records, failures } = await measureCase(one, { ...options, systems: ["unroll", "keras"], start });
  assert.equal(records.length, 1);
  assert.match(failures[0]!.why, /not a finite number/);
});

Deno.test("watchMemory: looks after so many steps in all", async () => {
  const { start } = systems({ unroll: 1 });
  const { records } = await watchMemory(one, { ...options, start }, [5, 50]);
  assert.equal(records[0]!.steps, 50);
  assert.deepEqual(records[0]!.memory!.map(({ steps }) => steps), [5, 50]);
  const { failures } = await watchMemory(one, {
    ...options,
    start: systems({ unroll: 1 }, { unroll: "ready" }).start,
  });
  assert.match(failures[0]!.why, /no such module/);
});
