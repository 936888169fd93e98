import { join } from "node:path";
import type { Check, Problem } from "./check.ts";
import { projectFiles } from "./project_files.ts";
import { relativeTo } from "./relative_to.ts";
import { runDeno } from "./run_deno.ts";

const what = "is not formatted; run: deno fmt";

/** Every file is formatted as `deno fmt` formats it. */
export const format: Check = {
  name: "format",
  async run(root) {
    const { success, text } = await runDeno(root, ["fmt", "--check"]);
    const named = [...text.matchAll(/^from (.+?):$/gm)].map(([, path]) => relativeTo(root, path!));
    const problems = named.filter((file) => !isNotebook(file)).map((file): Problem => ({ file, what }));
    if (!success && named.length === 0) problems.push({ file: ".", what: text.trim() });
    const notebooks = (await projectFiles(root)).filter(isNotebook);
    for (const file of notebooks) if (!(await isFormatted(root, file))) problems.push({ file, what });
    const looked = Number(/Checked (\d+) file/.exec(text)?.[1] ?? Math.max(named.length, notebooks.length));
    return { looked, problems };
  },
};

function isNotebook(file: string): boolean {
  return file.endsWith(".ipynb");
}

/** `deno fmt --check` of 2.9 refuses every notebook that names its language, formatted or not; its output tells. */
async function isFormatted(root: string, file: string): Promise<boolean> {
  const text = await Deno.readTextFile(join(root, file));
  const { success, stdout } = await runDeno(root, ["fmt", "--ext", "ipynb", "-"], text);
  return success && stdout.trim() === text.trim();
}
