import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Project } from "./project.ts";

/** Which TensorFlow: for the processor, for NVIDIA cards, or none where no wheel exists. */
export type Variant = "cpu" | "gpu" | "none";

/** What a finished set-up leaves behind; it is written last, so its absence means "not finished". */
export interface Stamp {
  /** Hash of all that was asked for. */
  requirements: string;
  variant: Variant;
  /** Of the virtual environment. */
  python: string;
}

const format = 1; // raise it when set-up itself has to run again everywhere
const files = ["requirements.txt", "requirements_tensorflow.txt", "requirements_gpu.txt"];

/**
 * A hash of what set-up would install: the frozen lists, comments and order aside.
 *
 * @param folder where the lists are
 * @returns 64 hexadecimal digits
 * @example
 * ```ts
 * const hash = await requirementsHash("tools");
 * ```
 */
export async function requirementsHash(folder: string): Promise<string> {
  const hash = createHash("sha256").update(`format ${format}\n`);
  for (const file of files) {
    const lines = (await Deno.readTextFile(join(folder, file))).split("\n").map((line) => line.trim());
    hash.update(`${file}\n${lines.filter((line) => line && !line.startsWith("#")).sort().join("\n")}\n`);
  }
  return hash.digest("hex");
}

/** Reads the stamp of a finished set-up; undefined where there is none or it can't be read. */
export async function readStamp(project: Project): Promise<Stamp | undefined> {
  try {
    return JSON.parse(await Deno.readTextFile(stampFile(project)));
  } catch {
    return undefined;
  }
}

/** Writes the stamp whole or not at all. */
export async function writeStamp(project: Project, stamp: Stamp): Promise<void> {
  const draft = `${stampFile(project)}.part`;
  await Deno.writeTextFile(draft, JSON.stringify(stamp, null, 2) + "\n");
  await Deno.rename(draft, stampFile(project));
}

/** Takes the stamp away before something is changed. */
export async function removeStamp(project: Project): Promise<void> {
  await Deno.remove(stampFile(project)).catch(() => {});
}

function stampFile(project: Project): string {
  return join(project.venv, "unroll.json");
}
