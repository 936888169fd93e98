import { join } from "node:path";
import { MissingError } from "../../lib/core/mod.ts";
import { pip } from "./pip.ts";
import type { Project } from "./project.ts";
import { runCommand } from "./run_command.ts";
import { say } from "./say.ts";
import { exists, sitePackages } from "./site_packages.ts";
import type { Variant } from "./stamp.ts";

const newestWheel = 13; // minor version of the newest Python that TensorFlow 2.21 has wheels for

/**
 * Which TensorFlow this machine gets.
 *
 * @param wanted what was asked for; by default whatever an NVIDIA driver's answer suggests
 * @returns the variant; "none" where no wheel brings the native library
 * @throws {MissingError} when a GPU was asked for where TensorFlow has no build with one
 * @example
 * ```ts
 * await chooseVariant("cpu");
 * ```
 */
export async function chooseVariant(
  wanted?: "cpu" | "gpu",
  { os, arch }: { os: string; arch: string } = Deno.build,
): Promise<Variant> {
  const linux = os === "linux" && (arch === "x86_64" || arch === "aarch64");
  if (wanted === "gpu" && !linux) {
    throw new MissingError(
      `Cannot set up TensorFlow as a GPU build: there is none for ${os} ${arch}; run \`deno task setup\` without --gpu`,
    );
  }
  if (!linux) return "none";
  if (wanted) return wanted;
  return (await runCommand("nvidia-smi", ["-L"])).output.startsWith("GPU") ? "gpu" : "cpu";
}

/**
 * Installs TensorFlow's native libraries and oneDNN.
 *
 * @param project where
 * @param variant for the processor or for NVIDIA cards
 * @param version of the environment's Python
 * @throws {MissingError} when pip fails
 * @example
 * ```ts
 * import { projectAt } from "./project.ts";
 * await installTensorFlow(projectAt(), "cpu", [3, 12]);
 * ```
 */
export async function installTensorFlow(
  project: Project,
  variant: Variant,
  version: [number, number],
): Promise<void> {
  if (variant === "none") {
    return say(
      "  TensorFlow has no native library for this system: the engine takes WebGPU, WASM or JavaScript",
    );
  }
  const tools = join(project.root, "tools");
  const list = join(tools, variant === "gpu" ? "requirements_gpu.txt" : "requirements_tensorflow.txt");
  const lines = (await Deno.readTextFile(list)).split("\n").filter(isFor(Deno.build.arch));
  const packages = sitePackages(project, version);
  await removeOther(project, { packages, wheel: wheelOf(lines) });
  if (version[1] > newestWheel) return await installWithoutWheel(project, { lines, packages });
  await pip(project, [...install, "--no-compile", "--requirement", list], { doing });
}

const install = ["install", "--no-deps", "--only-binary=:all:"];
const doing = "install TensorFlow and oneDNN";

/** Requirements that are for this processor. */
function isFor(arch: string): (line: string) => boolean {
  return (line) => /^[a-z]/.test(line) && (!line.includes("platform_machine") || line.includes(`'${arch}'`));
}

/** "tensorflow-cpu==2.21.0" among requirements. */
function wheelOf(lines: string[]): string {
  return lines.find((line) => line.startsWith("tensorflow"))!.split(";")[0]!.trim();
}

/** The builds for processor and GPU have the same files: the one that isn't wanted goes first. */
async function removeOther(
  project: Project,
  { packages, wheel }: { packages: string; wheel: string },
): Promise<void> {
  for (const name of ["tensorflow", "tensorflow-cpu"].filter((name) => !wheel.startsWith(`${name}==`))) {
    const record = `${name.replace("-", "_")}-${wheel.split("==")[1]}.dist-info`;
    if (!await exists(join(packages, record))) continue;
    await pip(project, ["uninstall", "--yes", "--quiet", name], { doing });
  }
}

/** The libraries don't depend on the Python version: another Python's wheel brings them to a newer Python too. */
async function installWithoutWheel(
  project: Project,
  { lines, packages }: { lines: string[]; packages: string },
): Promise<void> {
  const wheel = wheelOf(lines), target = join(packages, "tensorflow");
  const rest = lines.filter((line) => !line.startsWith("tensorflow")).map((line) =>
    line.split(";")[0]!.trim()
  );
  if (rest.length > 0) await pip(project, [...install, "--no-compile", ...rest], { doing });
  const unpacked = await Deno.readTextFile(join(target, "wheel.txt")).catch(() => "");
  if (unpacked.trim() === wheel) return;
  const folder = join(project.cache, "wheels");
  await pip(project, [
    ...["download", "--no-deps", "--only-binary=:all:", "--python-version", `3.${newestWheel}`],
    ...["--platform", `manylinux_2_27_${Deno.build.arch}`, "--dest", folder, wheel],
  ], { doing });
  await unpack(project, { folder, target, wheel });
  await Deno.remove(folder, { recursive: true });
}

async function unpack(
  project: Project,
  { folder, target, wheel }: { folder: string; target: string; wheel: string },
): Promise<void> {
  const script = join(project.root, "tools", "setup", "unpack_libraries.py");
  const { code, output } = await runCommand(project.python, [script, folder, target, wheel]);
  if (code === 0) return;
  const why = output.split("\n").at(-1);
  throw new MissingError(
    `Cannot unpack TensorFlow as its wheel's libraries: ${why}; free about 2 GB and run \`deno task setup\` again`,
  );
}
