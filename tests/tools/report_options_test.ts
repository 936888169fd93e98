import assert from "node:assert/strict";
import { resolve } from "node:path";
import { reportOptions } from "../../tools/report/options.ts";

Deno.test("reportOptions reads every argument", () => {
  const args = ["one", "two", "--profile", "full", "--out", "there", "--hide-code", "--pdf", "--live"];
  const settings = [
    "--set",
    "epochs=3",
    "--set",
    "prompt=To be=or",
    "--set",
    "rate=1e-3",
    "--set",
    "fast=true",
  ];
  assert.deepEqual(reportOptions([...args, ...settings], {}), {
    names: ["one", "two"],
    profile: "full",
    out: resolve("there"),
    hideCode: true,
    pdf: true,
    pictures: false,
    live: true,
    settings: { epochs: 3, prompt: "To be=or", rate: 0.001, fast: true },
  });
});

Deno.test("reportOptions takes the profile from the environment, and the argument before it", () => {
  assert.equal(reportOptions([], {}).profile, "quick");
  assert.equal(reportOptions([], { UNROLL_PROFILE: "full" }).profile, "full");
  assert.equal(reportOptions(["--profile", "quick"], { UNROLL_PROFILE: "full" }).profile, "quick");
});

Deno.test("reportOptions refuses what it can't read", () => {
  assert.throws(() => reportOptions(["--profile", "fast"], {}), {
    name: "TypeError",
    message: "Cannot report as profile quick or full: fast",
  });
  assert.throws(() => reportOptions(["--set", "epochs"], {}), { message: "Cannot set as key=value: epochs" });
  assert.throws(() => reportOptions(["--sett", "a=1"], {}), TypeError);
});
