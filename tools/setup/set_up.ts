import { statfsSync } from "node:fs";
import { join } from "node:path";
import { MissingError } from "../../lib/core/mod.ts";
import { findPython } from "./find_python.ts";
import { chooseVariant, installTensorFlow } from "./install_tensorflow.ts";
import { writeKernelspec, writeUserKernelspec } from "./kernelspec.ts";
import { makeVenv, venvVersion } from "./make_venv.ts";
import { installPackages } from "./npm_packages.ts";
import { oneAtATime } from "./one_at_a_time.ts";
import { pip } from "./pip.ts";
import { type Project, projectAt } from "./project.ts";
import { registerExporter } from "./register_exporter.ts";
import { say } from "./say.ts";
import { exists, sitePackages } from "./site_packages.ts";
import { readStamp, removeStamp, requirementsHash, type Stamp, writeStamp } from "./stamp.ts";

/** What to set up. */
export interface SetUpOptions {
  /** @default this checkout */
  project?: Project;
  /** @default as before, or what an NVIDIA driver's answer suggests */
  variant?: "cpu" | "gpu";
  /** Register the kernel for the user's own Jupyter too. @default false */
  userKernel?: boolean;
  /** Say nothing where nothing is left to do. @default false */
  quiet?: boolean;
  /** Where Python is looked for. @default this process's variables */
  env?: Record<string, string | undefined>;
}

const room = { cpu: 3, gpu: 12, none: 1 }; // gigabytes that set-up needs while it runs

/**
 * Makes everything that the notebooks need inside the project folder; what is there already stays.
 *
 * @param options what to set up
 * @returns what is set up
 * @throws {MissingError} when something is missing; the message says what, and how to get it
 * @throws {Interrupted} after Ctrl-C; the next run goes on where this one stopped
 * @example
 * ```ts
 * await setUp({ quiet: true });
 * ```
 */
export async function setUp(
  { project = projectAt(), variant, userKernel = false, quiet = false, env = Deno.env.toObject() }:
    SetUpOptions = {},
): Promise<Stamp> {
  const requirements = await requirementsHash(join(project.root, "tools"));
  const asked = { requirements, variant, env };
  await installPackages(project);
  const done = await goodStamp(project, asked);
  const stamp = done ??
    await oneAtATime(project, async () => await goodStamp(project, asked) ?? await install(project, asked));
  const [major, minor] = stamp.python.split(".").map(Number) as [number, number];
  await registerExporter(project, sitePackages(project, [major, minor]));
  await writeKernelspec(project);
  if (userKernel) {
    say(`Kernel "Deno (Unroll)" registered in ${await writeUserKernelspec(env)}`);
  }
  if (!quiet || !done) {
    say(`Set up: Python ${stamp.python}, TensorFlow for ${stamp.variant}, in ${project.venv}`);
  }
  return stamp;
}

interface Asked {
  requirements: string;
  variant?: "cpu" | "gpu";
  env: Record<string, string | undefined>;
}

/** The stamp of a set-up that has what is asked for; undefined where something is left to do. */
async function goodStamp(project: Project, { requirements, variant }: Asked): Promise<Stamp | undefined> {
  const stamp = await readStamp(project);
  if (stamp?.requirements !== requirements || !await exists(project.python)) return undefined;
  return variant && variant !== stamp.variant && await chooseVariant(variant) !== stamp.variant
    ? undefined
    : stamp;
}

async function install(project: Project, { requirements, variant: wanted, env }: Asked): Promise<Stamp> {
  const before = (await readStamp(project))?.variant;
  const variant = await chooseVariant(wanted ?? (before === "none" ? undefined : before));
  checkRoom(project, before === variant ? 1 : room[variant]);
  await removeStamp(project);
  say("1/3 Python and its virtual environment");
  const version = await makeVenv(project, () => findPython(env));
  say(`2/3 JupyterLab and the report tools for Python ${version.join(".")} (about 70 MB)`);
  const list = join(project.root, "tools", "requirements.txt");
  await pip(project, ["install", "--no-deps", "--only-binary=:all:", "--requirement", list], {
    doing: "install JupyterLab",
  });
  say(`3/3 TensorFlow ${variant === "gpu" ? "for NVIDIA (about 3 GB)" : "and oneDNN (about 300 MB)"}`);
  await installTensorFlow(project, variant, version);
  const stamp = { requirements, variant, python: (await venvVersion(project) ?? version).join(".") };
  await Deno.mkdir(join(project.root, "data", "cache"), { recursive: true });
  await writeStamp(project, stamp);
  await Deno.remove(join(project.cache, "pip"), { recursive: true }).catch(() => {});
  return stamp;
}

function checkRoom({ root }: Project, needed: number): void {
  const { bavail, bsize } = statfsSync(root);
  const free = Number(bavail) * Number(bsize) / 1e9;
  if (free >= needed) return;
  throw new MissingError(
    `Cannot set up as ${needed} GB of disk are needed: ${root} has ${
      free.toFixed(1)
    } GB left; free some, then run ` +
      "`deno task setup` again",
  );
}
