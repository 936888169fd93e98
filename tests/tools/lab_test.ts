import assert from "node:assert/strict";
import { labArguments } from "../../tools/lab.ts";
import { projectAt } from "../../tools/setup/project.ts";

const project = projectAt("/there");

Deno.test("the lab opens the notebooks on this machine only", () => {
  const args = labArguments(project, ["--no-browser"]);
  assert.deepEqual(args.slice(0, 2), ["-m", "jupyterlab"]);
  assert(args.includes("--ServerApp.ip=127.0.0.1"));
  assert(args.includes("--ServerApp.root_dir=/there/notebooks"));
  assert.equal(args.at(-1), "--no-browser");
});

Deno.test("the user's own arguments win", () => {
  const args = labArguments(project, ["--ip=0.0.0.0", "--ServerApp.root_dir=/here"]);
  assert.equal(args.some((arg) => arg.includes("127.0.0.1") || arg.includes("/there")), false);
});
