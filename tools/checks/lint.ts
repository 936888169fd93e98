import type { Check } from "./check.ts";
import { projectFiles } from "./project_files.ts";
import { relativeTo } from "./relative_to.ts";
import { runDeno } from "./run_deno.ts";

interface Diagnostic {
  filename: string;
  range: { start: { line: number } };
  code: string;
  message: string;
  hint?: string;
}

interface Result {
  diagnostics: Diagnostic[];
  errors: { file_path: string; message: string }[];
}

/** `deno lint` with the rules of deno.json finds nothing. */
export const lint: Check = {
  name: "lint",
  async run(root) {
    const { stdout, text } = await runDeno(root, ["lint", "--json"]);
    const sources = (await projectFiles(root)).filter((file) => file.endsWith(".ts"));
    if (!stdout.startsWith("{")) {
      return { looked: sources.length, problems: [{ file: ".", what: text.trim() }] };
    }
    const result: Result = JSON.parse(stdout);
    const problems = result.diagnostics.map(({ filename, range, code, message, hint }) => ({
      file: relativeTo(root, filename),
      line: range.start.line,
      what: `${code}: ${message}${hint ? ` ${hint}` : ""}`,
    }));
    const broken = result.errors.map((error) => ({
      file: relativeTo(root, error.file_path),
      what: error.message.split("\n")[0]!,
    }));
    return { looked: sources.length, problems: [...problems, ...broken] };
  },
};
