import { join } from "node:path";
import { explainPip } from "./explain_pip.ts";
import type { Project } from "./project.ts";
import { runCommand } from "./run_command.ts";
import { say, sayInPassing } from "./say.ts";

const quietAfter = 10; // seconds of silence after which a line says that pip is still at it

/**
 * Runs pip in the virtual environment with its cache and temporary files in the project, and shows how far it is.
 *
 * @param project where
 * @param args pip's arguments
 * @param doing what this does, for the error
 * @returns nothing
 * @throws {MissingError} when pip fails
 * @example
 * ```ts
 * import { projectAt } from "./project.ts";
 * await pip(projectAt(), ["install", "latex2mathml==3.81.1"], { doing: "install latex2mathml" });
 * ```
 */
export async function pip(project: Project, args: string[], { doing }: { doing: string }): Promise<void> {
  const env = pipEnvironment(project);
  await Deno.mkdir(env.TMPDIR!, { recursive: true });
  const progress = new PipProgress(doing);
  const flags = ["-m", "pip", "--no-input", "--disable-pip-version-check"];
  try {
    const { code, output } = await runCommand(project.python, [
      ...flags,
      ...args,
      ...(shows(args) ? bar : []),
    ], {
      env,
      onLine: (line) => progress.read(line),
    });
    if (code !== 0) throw explainPip(output, doing);
  } finally {
    progress.end();
    await Deno.remove(env.TMPDIR!, { recursive: true }).catch(() => {});
  }
}

const bar = ["--progress-bar", "raw"];

/** The pip that comes with a new environment may be too old to tell how far it is. */
function shows(args: string[]): boolean {
  return (args[0] === "install" || args[0] === "download") && !args.includes("--quiet");
}

/** Variables under which pip writes nothing outside the project; a cache that the user named stays in use. */
export function pipEnvironment(project: Project): Record<string, string> {
  const temporary = join(project.cache, "tmp");
  return {
    PIP_CACHE_DIR: Deno.env.get("PIP_CACHE_DIR") ?? join(project.cache, "pip"),
    TMPDIR: temporary,
    TEMP: temporary,
    TMP: temporary,
    RUSTUP_HOME: join(temporary, "rustup"), // pip asks rustc for its version, and rustup makes its folder for that
    PYTHONNOUSERSITE: "1",
    PYTHONUNBUFFERED: "1",
    PIP_USER: "0",
    PIP_REQUIRE_VIRTUALENV: "0",
    PIP_TARGET: "",
  };
}

/** Shortens pip's lines to one that changes in place, with a line that stays for what is big or slow. */
class PipProgress {
  #what: string;
  #since = performance.now();
  #timer = setInterval(() => this.#stillThere(), quietAfter * 1000);

  constructor(doing: string) {
    this.#what = `busy (${doing})`;
  }

  read(line: string): void {
    const downloading = line.match(/^\s*Downloading (\S+?)(?:-py3|-cp3|-py2)?(?:-\S*)? \((.+)\)/);
    const progress = line.match(/^Progress (\d+) of (\d+)/);
    if (progress) {
      return sayInPassing(`  ${this.#what} ${Math.floor(100 * Number(progress[1]) / Number(progress[2]))} %`);
    }
    if (/^Installing collected/.test(line)) this.#begin("unpacking what was downloaded");
    if (!downloading) return;
    this.#begin(`downloading ${downloading[1]} (${downloading[2]})`);
    if (/\d{2,}(\.\d+)? MB|GB/.test(downloading[2]!)) say(`  ${this.#what}`);
  }

  end(): void {
    clearInterval(this.#timer);
    sayInPassing("");
  }

  #begin(what: string): void {
    this.#what = what;
    this.#since = performance.now();
    sayInPassing(`  ${what}`);
  }

  #stillThere(): void {
    const seconds = Math.round((performance.now() - this.#since) / 1000);
    if (seconds >= quietAfter) say(`  still ${this.#what}, ${seconds} s`);
  }
}
