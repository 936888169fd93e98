import { join } from "node:path";
import type { Project } from "./project.ts";
import { say } from "./say.ts";

const patience = 300; // milliseconds after which a person is told why nothing happens

/**
 * Does something that must not be done twice at once in one checkout; a second one waits for the first. The system
 * lets go of the lock when the program ends, however it ends.
 *
 * @param project where
 * @param work what to do
 * @returns what the work gave
 * @example
 * ```ts
 * import { projectAt } from "./project.ts";
 * await oneAtATime(projectAt(), () => Promise.resolve("done"));
 * ```
 */
export async function oneAtATime<T>(project: Project, work: () => Promise<T>): Promise<T> {
  await Deno.mkdir(project.cache, { recursive: true });
  using file = await Deno.open(join(project.cache, "setup.lock"), { create: true, write: true });
  const notice = setTimeout(() => say("Another set-up is running here: waiting for it"), patience);
  await file.lock(true).finally(() => clearTimeout(notice));
  return await work();
}
