import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MissingError } from "../../core/mod.ts";
import { projectFolder } from "../files/folders.ts";

/** A line for the process: see `_espeak_process.ts`. */
export interface SpeakingOrder {
  voice: string;
  speed: number;
  pitch: number;
  text: string;
}

/** espeak-ng as a process of its own: it takes sentences and gives a WAV file for each, in the same order. */
export class SpeakingProcess {
  readonly #child: Deno.ChildProcess;
  readonly #orders: WritableStreamDefaultWriter<Uint8Array>;
  readonly #answers: ReadableStreamDefaultReader<Uint8Array>;
  readonly #complaints: Promise<string>;
  #rest: Uint8Array = new Uint8Array();

  /** Starts it; `espeak` is the package, which a test leaves out. */
  static async start(espeak = "espeak-ng"): Promise<SpeakingProcess> {
    await assertInstalled(espeak);
    return new SpeakingProcess();
  }

  private constructor() {
    const program = fileURLToPath(new URL("_espeak_process.ts", import.meta.url));
    this.#child = new Deno.Command(Deno.execPath(), {
      args: ["run", "--quiet", "--no-prompt", "--allow-read", "--allow-env", ...configuration(), program],
      env: { NO_COLOR: "1" },
      stdin: "piped",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    this.#orders = this.#child.stdin.getWriter();
    this.#answers = this.#child.stdout.getReader();
    this.#complaints = new Response(this.#child.stderr).text();
  }

  /** Asks for a sentence and waits for its WAV file. */
  async speak(order: SpeakingOrder): Promise<Uint8Array> {
    await this.#orders.write(new TextEncoder().encode(`${JSON.stringify(order)}\n`)).catch(() => {});
    const [length] = new Uint32Array((await this.#take(4)).slice().buffer);
    return await this.#take(length!);
  }

  /** The next so many bytes of the process's answer. */
  async #take(count: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [this.#rest];
    let length = this.#rest.length;
    while (length < count) {
      const { value } = await this.#answers.read();
      if (!value) throw new Error(`Cannot speak as by espeak-ng: ${await this.#why()}`);
      parts.push(value);
      length += value.length;
    }
    const all = new Uint8Array(length);
    parts.reduce((at, part) => (all.set(part, at), at + part.length), 0);
    this.#rest = all.subarray(count);
    return all.subarray(0, count);
  }

  async #why(): Promise<string> {
    return (await this.#complaints).trim().split("\n")[0] || "its process ended";
  }

  /** Ends the process, whatever it is doing. */
  async end(): Promise<void> {
    await this.#orders.abort().catch(() => {});
    await this.#answers.cancel().catch(() => {});
    try {
      this.#child.kill();
    } catch {
      // it has ended already
    }
    await Promise.all([this.#child.status, this.#complaints]);
  }
}

/** The project's own configuration, so that the process finds the package wherever it is started from. */
function configuration(): string[] {
  return ["--config", join(projectFolder(), "deno.json")];
}

async function assertInstalled(espeak: string): Promise<void> {
  try {
    if ((await Deno.stat(fileURLToPath(import.meta.resolve(espeak)))).isFile) return;
  } catch {
    // said below
  }
  throw new MissingError(
    `Cannot speak as by the npm package ${espeak}: it is not installed; run: deno install`,
  );
}
