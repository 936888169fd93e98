import { fromFileUrl } from "../_paths.ts";

/** The project's folder. */
export const project = fromFileUrl(new URL("../../", import.meta.url));

/** How a script ended. */
export interface Ended {
  success: boolean;
  output: string;
  errors: string;
}

/** Runs a TypeScript module in a Deno of its own, with the project's import map. */
export async function runScript(
  code: string,
  options: { permissions?: string[]; env?: Record<string, string> } = {},
): Promise<Ended> {
  const file = await Deno.makeTempFile({ dir: project, prefix: ".script_", suffix: ".ts" });
  try {
    await Deno.writeTextFile(file, code);
    const command = new Deno.Command(Deno.execPath(), {
      args: ["run", "--no-prompt", ...(options.permissions ?? ["-A"]), file],
      env: { NO_COLOR: "1", ...options.env },
      cwd: project,
    });
    const { success, stdout, stderr } = await command.output(), decoder = new TextDecoder();
    return { success, output: decoder.decode(stdout), errors: decoder.decode(stderr) };
  } finally {
    await Deno.remove(file);
  }
}
