import assert from "node:assert/strict";
import { runCommands, shellCommands, taskOf, unrunTasks } from "./_commands.ts";

const read = (path: string): string => Deno.readTextFileSync(new URL(`../../${path}`, import.meta.url));
const readme = shellCommands(read("README.md"));
const runner = read(".ci/run");

Deno.test("README names commands", () => assert.ok(readme.length >= 2, `only ${readme.length}`));

Deno.test("every command of the README is run by .ci/run, or said there why not", () => {
  const known = new Set([...runCommands(runner), ...unrunTasks(runner)].map(taskOf));
  const missing = readme.filter((command) =>
    !/^(cd|git clone)\b/.test(command) && !known.has(taskOf(command))
  );
  assert.deepEqual(missing, []);
});

Deno.test("every command of .ci/run is in the README", () => {
  const known = new Set(readme.map(taskOf));
  const missing = [...runCommands(runner), ...unrunTasks(runner)].filter((command) =>
    !known.has(taskOf(command))
  );
  assert.deepEqual(missing, []);
});

Deno.test("every task that is named exists", () => {
  const { tasks } = JSON.parse(read("deno.json"));
  const named = [...readme, ...runCommands(runner), ...unrunTasks(runner)].map(taskOf);
  const missing = named.filter((task) => task.startsWith("deno task ") && !(task.split(" ")[2]! in tasks));
  assert.deepEqual(missing, []);
});

Deno.test("commands are read from sh blocks, without comments and prompts", () => {
  const text =
    "```sh\n# set up\nnpx deno task setup --gpu # once\n$ cd unroll\n```\n\n```ts\nnot.a.command;\n```\n";
  assert.deepEqual(shellCommands(text), ["npx deno task setup --gpu", "cd unroll"]);
  assert.equal(taskOf("npx deno task setup --gpu"), "deno task setup");
  assert.equal(taskOf("deno run --allow-all a.ts"), "deno run --allow-all a.ts");
});
