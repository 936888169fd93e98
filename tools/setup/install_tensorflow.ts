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
 * @param options the environment's Python version, and the one installed before
 * @throws {MissingError} when pip fails
 * @example
 * ```ts
 * import { projectAt } from "./project.ts";
 * await installTensorFlow(projectAt(), "cpu", { version: [3, 12] });
 * ```
 */
export async function installTensorFlow(
  project: Project,
  variant: Variant,
  { version, before }: { version: [number, number]; before?: Variant },
): Promise<void> {
  if (variant === "none") {
    return say(
      "  TensorFlow has no native library for this system: the engine takes WebGPU, WASM or JavaScript",
    );
  }
  const lists = join(project.root, "tools");
  const list = join(lists, variant === "gpu" ? "requirements_gpu.txt" : "requirements_tensorflow.txt");
  const doing = "install TensorFlow and oneDNN";
  if (before && before !== variant) {
    await pip(project, ["uninstall", "--yes", "--quiet", "tensorflow", "tensorflow-cpu"], { doing });
  }
  if (version[1] <= newestWheel) {
    return await pip(project, [
      "install",
      "--no-deps",
      "--only-binary=:all:",
      "--no-compile",
      "--requirement",
      list,
    ], { doing });
  }
  await installWithoutWheel(project, list, { version, doing });
}

/** The libraries don't depend on the Python version: another Python's wheel brings them to a newer Python too. */
async function installWithoutWheel(
  project: Project,
  list: string,
  { version, doing }: { version: [number, number]; doing: string },
): Promise<void> {
  const wheels = join(project.cache, "wheels");
  const lines = (await Deno.readTextFile(list)).split("\n").filter((line) => /^[a-z]/.test(line));
  const rest = join(project.cache, "requirements_rest.txt");
  await Deno.mkdir(project.cache, { recursive: true });
  await Deno.writeTextFile(rest, lines.filter((line) => !line.startsWith("tensorflow")).join("\n") + "\n");
  await pip(project, ["install", "--no-deps", "--only-binary=:all:", "--no-compile", "--requirement", rest], {
    doing,
  });
  const packed = lines.find((line) => line.startsWith("tensorflow") && fits(line))!.split(";")[0]!.trim();
  const target = join(sitePackages(project, version), "tensorflow");
  if (await exists(join(target, "libtensorflow_cc.so.2"))) return;
  const platform = `manylinux_2_27_${Deno.build.arch}`;
  await pip(project, [
    ...["download", "--no-deps", "--only-binary=:all:", "--python-version", `3.${newestWheel}`],
    ...["--platform", platform, "--dest", wheels, packed],
  ], { doing });
  const unpack = join(project.root, "tools", "setup", "unpack_libraries.py");
  const { code, output } = await runCommand(project.python, [unpack, wheels, target]);
  if (code !== 0) {
    throw new MissingError(
      `Cannot unpack TensorFlow as its wheel's libraries: ${
        output.split("\n").at(-1)
      }; free about 2 GB and run \`deno task setup\` again`,
    );
  }
  await Deno.remove(wheels, { recursive: true });
}

function fits(line: string): boolean {
  return !line.includes("platform_machine") || line.includes(`'${Deno.build.arch}'`);
}
