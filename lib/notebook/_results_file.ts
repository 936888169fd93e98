import { CorruptError } from "../core/mod.ts";
import { env } from "./_host.ts";
import type { Result } from "./record.ts";

/** The folder of results: UNROLL_RESULTS, or `reports/results` of the nearest folder upwards that has one. */
export function resultsFolder(): string {
  const named = env("UNROLL_RESULTS");
  if (named) return named;
  const parts = Deno.cwd().split(/[\\/]/);
  for (let length = parts.length; length > 0; length--) {
    const folder = [...parts.slice(0, length), "reports", "results"].join("/");
    if (isFolder(folder)) return folder;
  }
  return "reports/results";
}

/** The records of one notebook; none where there is no file. */
export function readResults(folder: string, notebook: string): Result[] {
  const path = `${folder}/${notebook}.json`;
  let text: string;
  try {
    text = Deno.readTextFileSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
  const records = parse(text);
  if (Array.isArray(records)) return records as Result[];
  throw new CorruptError(
    `Cannot read ${path} as a JSON array of results: it is damaged. Delete it and run the notebook again`,
  );
}

/** Writes the records of one notebook whole or not at all: into a file beside it, which then takes its name. */
export function writeResults(folder: string, notebook: string, records: readonly Result[]): void {
  const path = `${folder}/${notebook}.json`, draft = `${folder}/.${notebook}.${crypto.randomUUID()}.tmp`;
  try {
    Deno.writeTextFileSync(draft, JSON.stringify(records, null, 2) + "\n");
    Deno.renameSync(draft, path);
  } catch (error) {
    removeQuietly(draft);
    throw error;
  }
}

/** Runs `work` while no other process changes the folder; without the lock where a system can't lock folders. */
export function withLock<T>(folder: string, work: () => T): T {
  Deno.mkdirSync(folder, { recursive: true });
  let lock: Deno.FsFile | undefined;
  try {
    lock = Deno.openSync(folder, { read: true });
    lock.lockSync(true);
  } catch { /* Windows opens no folders */ }
  try {
    return work();
  } finally {
    lock?.close();
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isFolder(path: string): boolean {
  try {
    return Deno.statSync(path).isDirectory;
  } catch {
    return false;
  }
}

function removeQuietly(path: string): void {
  try {
    Deno.removeSync(path);
  } catch { /* it was never written */ }
}
