import { join } from "node:path";
import { MissingError } from "../../lib/core/mod.ts";
import type { Project } from "./project.ts";
import { runCommand } from "./run_command.ts";
import { say, sayInPassing } from "./say.ts";
import { exists } from "./site_packages.ts";

/**
 * Installs the npm packages where `node_modules` lacks one that deno.json names.
 *
 * @param project where
 * @throws {MissingError} when they can't be had
 * @example
 * ```ts
 * import { projectAt } from "./project.ts";
 * await installPackages(projectAt());
 * ```
 */
export async function installPackages(project: Project): Promise<void> {
  const absent = await missingPackages(project);
  if (absent.length === 0) return;
  say(`npm packages: ${absent.length} to install`);
  const { code, output } = await runCommand(Deno.execPath(), ["install"], {
    cwd: project.root,
    onLine: (line) => sayInPassing(`  ${line}`),
  });
  if (code === 0) return;
  const why = output.split("\n").filter((line) => /error/i.test(line)).at(0) ?? output.split("\n").at(-1);
  throw new MissingError(
    `Cannot install the npm packages as deno.json names them: ${why}; connect to the network (or set HTTPS_PROXY) ` +
      "and run `deno task setup` again",
  );
}

async function missingPackages({ root }: Project): Promise<string[]> {
  const { imports } = JSON.parse(await Deno.readTextFile(join(root, "deno.json")));
  const names = Object.entries<string>(imports).filter(([, to]) => to.startsWith("npm:")).map(([name]) =>
    name
  );
  const present = await Promise.all(
    names.map((name) => exists(join(root, "node_modules", name, "package.json"))),
  );
  return names.filter((_, i) => !present[i]);
}
