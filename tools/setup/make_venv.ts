import { MissingError } from "../../lib/core/mod.ts";
import type { Python } from "./find_python.ts";
import { pip, pipEnvironment } from "./pip.ts";
import type { Project } from "./project.ts";
import { runCommand } from "./run_command.ts";
import { removeHalfInstalled, sitePackages } from "./site_packages.ts";

const pipVersion = "26.3"; // resumes broken downloads and tells how far they are, which the venv's own may not

/**
 * Makes the virtual environment, or mends it where its Python has gone or its making was interrupted.
 *
 * @param project where
 * @param findPython asked for a Python only where one is needed
 * @returns major and minor version of its Python
 * @throws {MissingError} when it can't be made; the message says what is missing
 * @example
 * ```ts
 * import { projectAt } from "./project.ts";
 * import { findPython } from "./find_python.ts";
 * const version = await makeVenv(projectAt(), () => findPython(Deno.env.toObject()));
 * ```
 */
export async function makeVenv(
  project: Project,
  findPython: () => Promise<Python>,
): Promise<[number, number]> {
  const present = await venvVersion(project);
  if (present && present[1] >= 10 && await hasPip(project)) return await ready(project, present);
  const python = await findPython();
  const [program, ...args] = python.command;
  const { code, output } = await runCommand(program, [...args, "-m", "venv", "--clear", project.venv], {
    env: { RUSTUP_HOME: pipEnvironment(project).RUSTUP_HOME!, PYTHONNOUSERSITE: "1" },
  });
  if (code !== 0) throw explain(output);
  return await ready(project, python.version);
}

async function ready(project: Project, version: [number, number]): Promise<[number, number]> {
  await removeHalfInstalled(sitePackages(project, version));
  await pip(project, ["install", "--quiet", `pip==${pipVersion}`], { doing: "install pip" });
  return version;
}

/** Version of the environment's Python; undefined where it does not start. */
export async function venvVersion(project: Project): Promise<[number, number] | undefined> {
  const code = "import sys; print(*sys.version_info[:2])";
  const result = await runCommand(project.python, ["-c", code]);
  const [major, minor] = result.output.trim().split(" ").map(Number);
  return result.code === 0 && major === 3 && minor ? [major, minor] : undefined;
}

async function hasPip(project: Project): Promise<boolean> {
  return (await runCommand(project.python, ["-m", "pip", "--version"])).code === 0;
}

function explain(output: string): MissingError {
  const full = /No space left|Errno 28|quota/i.test(output);
  const locked = /Permission denied|Errno 13|Read-only/i.test(output);
  const why = full
    ? "the disk is full; free about 4 GB"
    : locked
    ? "this folder cannot be written; give yourself the right to write in it"
    : /ensurepip/i.test(output)
    ? "Python's venv module is not whole; install it (`apt install python3-venv` on Debian and Ubuntu)"
    : `Python says "${output.trim().split("\n").at(-1)}"; reinstall Python 3.10 or newer`;
  return new MissingError(
    `Cannot make the virtual environment as something is missing: ${why}, then run \`deno task setup\` again`,
  );
}
