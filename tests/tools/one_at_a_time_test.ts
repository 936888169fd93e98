import assert from "node:assert/strict";
import { oneAtATime } from "../../tools/setup/one_at_a_time.ts";
import { projectAt } from "../../tools/setup/project.ts";

Deno.test("two set-ups of one checkout run one after the other, also when the first fails", async () => {
  const project = projectAt(await Deno.makeTempDir());
  const order: string[] = [];
  const work = (name: string, fails = false) => async (): Promise<string> => {
    order.push(`${name} begins`);
    await new Promise((done) => setTimeout(done, 50));
    order.push(`${name} ends`);
    if (fails) throw new Error(name);
    return name;
  };
  const both = await Promise.allSettled([
    oneAtATime(project, work("one", true)),
    oneAtATime(project, work("two", true)),
    oneAtATime(project, work("three")),
  ]);
  assert.deepEqual(both.map(({ status }) => status), ["rejected", "rejected", "fulfilled"]);
  assert.equal(order.length, 6);
  for (let i = 0; i < 6; i += 2) assert.equal(order[i]!.replace("begins", "ends"), order[i + 1]);
  await Deno.remove(project.root, { recursive: true });
});
