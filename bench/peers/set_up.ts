import { join } from "node:path";
import { findPython } from "../../tools/setup/find_python.ts";
import { makeVenv } from "../../tools/setup/make_venv.ts";
import { pip } from "../../tools/setup/pip.ts";
import { type Project, projectAt } from "../../tools/setup/project.ts";
import { Interrupted } from "../../tools/setup/run_command.ts";
import { say } from "../../tools/setup/say.ts";
import type { System } from "../cases/case.ts";

/** What is installed for a peer: packages, and pip's other arguments; the first way that works is taken. */
type Ways = readonly (readonly string[])[];

const processorTorch = "https://download.pytorch.org/whl/cpu";

/**
 * Makes the peers' virtual environment, on first use; what is there already stays. A peer that can't be installed is said and
 * left to fail in its cases.
 *
 * @param peers which systems take part
 */
export async function setUpPeers(peers: readonly System[]): Promise<void> {
  const versions = await pinned(), project = peerProject();
  const wanted: [string, Ways][] = [];
  if (peers.includes("keras") || peers.includes("keras-xla")) {
    wanted.push(["keras", [[versions.get("keras")!, versions.get("tensorflow-cpu")!]]]);
  }
  if (peers.includes("pytorch")) wanted.push(["pytorch", torchWays(versions.get("torch")!)]);
  for (const [name, ways] of wanted) await installOnce(project, name, ways);
}

/** The Python that runs the peers. */
export function peerPython(): string {
  return peerProject().python;
}

/** Like the project's own environment, in another folder. */
function peerProject(): Project {
  const project = projectAt(), venv = join(project.root, ".venv-bench");
  return { ...project, venv, python: project.python.replace(project.venv, venv) };
}

/** Without the first two ways pip would bring gigabytes of CUDA. */
function torchWays(version: string): Ways {
  return [[`${version}+cpu`], [`${version}+cpu`, "--extra-index-url", processorTorch], [version]];
}

async function installOnce(project: Project, name: string, ways: Ways): Promise<void> {
  const stamp = join(project.venv, `${name}.installed`), text = JSON.stringify(ways);
  if (await Deno.readTextFile(stamp).catch(() => "") === text) return;
  say(`Installing ${name} into .venv-bench (${ways[0]![0]}; some minutes)`);
  try {
    await makeVenv(project, () => findPython(Deno.env.toObject()));
    await firstWay(project, name, ways);
    await Deno.writeTextFile(stamp, text);
    await Deno.remove(join(project.cache, "pip"), { recursive: true }).catch(() => {});
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    say(`  ${name} can't take part: ${(error as Error).message}`);
  }
}

async function firstWay(project: Project, name: string, ways: Ways): Promise<void> {
  for (const [index, way] of ways.entries()) {
    try {
      return await pip(project, ["install", ...way], { doing: `install ${name}` });
    } catch (error) {
      if (error instanceof Interrupted || index === ways.length - 1) throw error;
      say(`  not to be had as ${way.join(" ")}; trying ${ways[index + 1]!.join(" ")}`);
    }
  }
}

/** The lines of requirements.txt by the package's name. */
async function pinned(): Promise<Map<string, string>> {
  const text = await Deno.readTextFile(new URL("requirements.txt", import.meta.url));
  const lines = text.split("\n").filter((line) => /^[a-z]/.test(line));
  return new Map(lines.map((line) => [line.split("==")[0]!, line.trim()]));
}
