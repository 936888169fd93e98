import type { Check } from "./check.ts";
import { relativeTo } from "./relative_to.ts";
import { runDeno } from "./run_deno.ts";

/** Every file is formatted as `deno fmt` formats it. */
export const format: Check = {
  name: "format",
  async run(root) {
    const { success, text } = await runDeno(root, ["fmt", "--check"]);
    const problems = [...text.matchAll(/^from (.+?):$/gm)].map(([, path]) => ({
      file: relativeTo(root, path!),
      what: "is not formatted; run: deno fmt",
    }));
    if (!success && problems.length === 0) problems.push({ file: ".", what: text.trim() });
    const looked = Number(/Checked (\d+) file/.exec(text)?.[1] ?? problems.length);
    return { looked, problems };
  },
};
