import { join } from "node:path";
import { MissingError } from "../../lib/core/mod.ts";
import type { Project } from "./project.ts";
import { runCommand } from "./run_command.ts";
import { say, sayInPassing } from "./say.ts";

/**
 * Installs the npm packages where `node_modules` lacks one that deno.json pins.
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

/** The packages that deno.json pins and that aren't there, or in another version. */
async function missingPackages({ root }: Project): Promise<string[]> {
  const { imports } = JSON.parse(await Deno.readTextFile(join(root, "deno.json")));
  const pinned = Object.values<string>(imports).map(packageOf).filter((one) => one !== undefined);
  const there = await Promise.all(pinned.map(({ name }) => installedVersion(root, name)));
  return pinned.filter(({ version }, i) => there[i] !== version).map(({ name }) => name);
}

/** "npm:@scope/name@1.2.3/file.js" -> its name and version; undefined for what is no pinned npm package. */
export function packageOf(specifier: string): { name: string; version: string } | undefined {
  const [, name, version] = specifier.match(/^npm:\/?((?:@[^/]+\/)?[^@/]+)@(\d[^/]*)/) ?? [];
  return name && version ? { name, version } : undefined;
}

async function installedVersion(root: string, name: string): Promise<string | undefined> {
  try {
    return JSON.parse(await Deno.readTextFile(join(root, "node_modules", name, "package.json"))).version;
  } catch {
    return undefined;
  }
}
