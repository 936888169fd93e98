import { strict as assert } from "node:assert";
import { useEngine } from "../../lib/engine/mod.ts";
import type { Member } from "../../lib/engine/onednn/crew/crew.ts";
import { type Job, readJob, writeJob } from "../../lib/engine/onednn/crew/job.ts";
import { Mailbox } from "../../lib/engine/onednn/crew/mailbox.ts";
import { performer } from "../../lib/engine/onednn/crew/performer.ts";
import { type KindName, kinds } from "../../lib/engine/onednn/kinds.ts";
import { openOneDNN } from "../../lib/engine/onednn/open_library.ts";
import { makePlan, type Plan } from "../../lib/engine/onednn/plan.ts";
import { planFor } from "../../lib/engine/onednn/plans.ts";
import type { PlanShape } from "../../lib/engine/onednn/shapes.ts";
import { SplitPlan } from "../../lib/engine/onednn/split_plan.ts";
import { runScript } from "../engine/_run_script.ts";
import { tensor } from "../layers/_golden.ts";

await useEngine();
const library = openOneDNN(), ignore = !library;

const shape: PlanShape = {
  ...{ kind: "lstm", batch: 21, steps: 5, features: 3, units: 4, reversed: false, precision: "f32" },
};

/** A member that works on this thread; it says what it was asked. */
function member(asked: Job[]): Member {
  const perform = performer(library!), answers: number[] = [];
  return {
    ask(job) {
      asked.push(job);
      answers.push(perform(readJob(writeJob(job))));
    },
    answer: () => answers.shift()!,
  };
}

/** Memory with reproducible numbers. */
const numbers = (size: number, seed: number): Float32Array<ArrayBuffer> =>
  new Float32Array(tensor([size], seed).dataSync());

/** All that a forward run and its gradient write. */
function results(plan: Plan, of: PlanShape): Float32Array[] {
  const { batch, steps, features, units } = of, { gates, biasParts, states } = kinds[of.kind];
  const at = (memory: Float32Array<ArrayBuffer>): Deno.PointerObject => Deno.UnsafePointer.of(memory)!;
  const state = batch * units, sizes = { x: batch * steps * features, y: batch * steps * units };
  const weights = [features * gates * units, units * gates * units, biasParts * units] as const;
  const [x, kernel, recurrentKernel, bias, dy] = [sizes.x, ...weights, sizes.y].map(numbers);
  const before = [1, 2].slice(0, states).map((seed) => numbers(state, seed));
  const dAfter = [3, 4].slice(0, states).map((seed) => numbers(state, seed));
  const room = (size: number) => new Float32Array(size), someRoom = () => before.map(() => room(state));
  const [y, dx, dKernel, dRecurrentKernel, dBias] = [sizes.y, sizes.x, ...weights].map(room);
  const after = someRoom(), dBefore = someRoom();
  const forward = {
    ...{ x: at(x!), kernel: at(kernel!), recurrentKernel: at(recurrentKernel!), bias: at(bias!) },
    ...{ y: at(y!), before: before.map(at), after: after.map(at), versions: [1, 2] },
  };
  const gradients = { dKernel: at(dKernel!), dRecurrentKernel: at(dRecurrentKernel!), dBias: at(dBias!) };
  const ticket = plan.train(forward);
  plan.backward({
    ...{ ...forward, ...gradients, ticket, dy: at(dy!), dx: at(dx!) },
    ...{ dAfter: dAfter.map(at), dBefore: dBefore.map(at) },
  });
  const trained = new Float32Array(y!);
  y!.fill(0);
  plan.infer(forward);
  return [trained, y!, ...after, dx!, dKernel!, dRecurrentKernel!, dBias!, ...dBefore];
}

for (const kind of Object.keys(kinds) as KindName[]) {
  Deno.test({ name: `three threads give what one gives: ${kind}`, ignore }, () => {
    const asked: Job[] = [], of = { ...shape, kind, reversed: kind === "gru" };
    const split = new SplitPlan(library!, of, [member(asked), member(asked)]);
    const expected = results(makePlan(library!, of), of), given = results(split, of);
    expected.forEach((values, i) =>
      values.forEach((value, j) => assert.ok(Math.abs(value - given[i]![j]!) < 1e-5, `${i} ${j}`))
    );
    assert.deepEqual(asked.slice(0, 2).map((job) => job.shape.batch), [7, 7]);
    split.free();
    assert.deepEqual(asked.slice(-2).map((job) => job.call), ["free", "free"]);
  });
}

Deno.test({ name: "a failing thread is waited for, and its error thrown", ignore }, () => {
  let waited = 0;
  const failing: Member = {
    ask() {},
    answer() {
      waited++;
      throw new Error("out of memory");
    },
  };
  const split = new SplitPlan(library!, shape, [failing, failing]);
  assert.throws(() => results(split, shape), /out of memory/);
  assert.equal(waited, 2);
});

Deno.test({ name: "small networks with many rows are shared, others are not", ignore }, () => {
  const isSplit = (of: PlanShape): boolean => planFor(of) instanceof SplitPlan;
  assert.equal(isSplit({ ...shape, batch: 15 }), false);
  assert.equal(isSplit({ ...shape, batch: 64, units: 129 }), false);
  // On a machine with one core there is one thread alone.
  const all = planFor({ ...shape, batch: 64 }), of = { ...shape, batch: 64 };
  const expected = results(makePlan(library!, of), of);
  results(all, of).forEach((values, i) =>
    values.forEach((value, j) => assert.ok(Math.abs(value - expected[i]![j]!) < 1e-5, `${i} ${j}`))
  );
});

Deno.test("a mailbox carries numbers and pointers, answers and errors", () => {
  const here = new Mailbox(), there = new Mailbox(here.memory), bytes = new Uint8Array(8);
  assert.equal(here.isOpen(1), false);
  there.open();
  assert.equal(here.isOpen(1), true);
  here.ask({ numbers: [3, -1], pointers: [Deno.UnsafePointer.of(bytes), null] });
  const letter = there.take();
  assert.deepEqual(letter.numbers.slice(0, 2), [3, -1]);
  assert.ok(Deno.UnsafePointer.equals(letter.pointers[0]!, Deno.UnsafePointer.of(bytes)));
  assert.equal(letter.pointers[1], null);
  there.give(new Error("no such row"));
  assert.throws(() => here.answer(), /no such row/);
  here.ask({ numbers: [], pointers: [] });
  there.give(7);
  assert.equal(here.answer(), 7);
});

Deno.test("the engine's threads keep no process alive, and are as many as asked for", async () => {
  const code = `
    import { tf, useEngine } from "unroll/engine/mod.ts";
    import { crew } from "./lib/engine/onednn/crew/crew.ts";
    import { gru } from "unroll/layers/mod.ts";
    await useEngine();
    const y = gru({ units: 4 }).apply(tf.ones([64, 6, 3]));
    console.log(tf.max(y).dataSync().length, crew().length);
  `;
  const { success, output, errors } = await runScript(code, { env: { OMP_NUM_THREADS: "3" } });
  assert.ok(success, errors);
  assert.match(output, ignore ? /1 0/ : /1 2/);
});
