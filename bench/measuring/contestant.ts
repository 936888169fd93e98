import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { projectAt } from "../../tools/setup/project.ts";
import type { Precision, System } from "../cases/case.ts";
import { peerPython } from "../peers/set_up.ts";

/** What a process answers when it was asked for steps. */
export interface Answer {
  /** Of each step. */
  milliseconds: number[];
  /** How many measured things a step does. */
  repeats: number;
  /** What the last step read back; null when it was no finite number. */
  value: number | null;
  residentMb: number;
  tensors: number;
}

/** Which process. */
export interface Who {
  case: string;
  system: System;
  precision: Precision;
  threads: number;
}

const bench = fileURLToPath(new URL("..", import.meta.url));
const patience = 300_000; // milliseconds until an answer: compiling, on a busy machine, takes long

const living = new Set<Contestant>();

/** Kills every process that is still there, without waiting: one that is stopped would outlive this process otherwise. */
export function killAll(): void {
  for (const contestant of living) contestant.kill();
}

/** One system in one case: a process of its own, which is stopped while others work. */
export class Contestant {
  #child: Deno.ChildProcess;
  #input: WritableStreamDefaultWriter<Uint8Array>;
  #lines: AsyncIterator<string>;
  #errors: string[] = [];

  /** Starts the process; it gets ready at once. */
  constructor(who: Who) {
    const [program, ...args] = commandOf(who);
    this.#child = new Deno.Command(program!, {
      args,
      env: { OMP_NUM_THREADS: String(who.threads), NO_COLOR: "1" },
      stdin: "piped",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    this.#input = this.#child.stdin.getWriter();
    this.#lines = linesOf(this.#child.stdout);
    void this.#keepErrors();
    living.add(this);
  }

  /** Waits until the case is ready; says which versions do it. */
  async ready(): Promise<string> {
    return (await this.#answer() as { ready: string }).ready;
  }

  /** Does so many steps. */
  async run(steps: number): Promise<Answer> {
    await this.#input.write(new TextEncoder().encode(`{"steps": ${steps}}\n`));
    return await this.#answer() as Answer;
  }

  /** Stops the process, threads and all, so that nothing of it spins while others are measured. */
  rest(): void {
    this.#signal("SIGSTOP");
  }

  /** Lets the process go on. */
  wake(): void {
    this.#signal("SIGCONT");
  }

  /** Kills the process, stopped or not. */
  kill(): void {
    this.#signal("SIGKILL");
    living.delete(this);
  }

  /** Kills the process and waits until it is gone. */
  async end(): Promise<void> {
    this.kill();
    await this.#input.abort().catch(() => {});
    await this.#child.status;
  }

  #signal(signal: Deno.Signal): void {
    if (Deno.build.os === "windows" && signal !== "SIGKILL") return; // it has no such signals
    try {
      this.#child.kill(signal);
    } catch { /* it has ended already */ }
  }

  async #answer(): Promise<unknown> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer in ${patience / 1000} s`)), patience);
    });
    try {
      return await Promise.race([this.#nextAnswer(), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** The next line that is an answer; others are remarks of some library. */
  async #nextAnswer(): Promise<unknown> {
    while (true) {
      const { value, done } = await this.#lines.next();
      if (done) throw new Error(await this.#lastWords());
      if (value.startsWith("{")) return JSON.parse(value);
    }
  }

  /** What a process that has ended complained of. */
  async #lastWords(): Promise<string> {
    const { code, signal } = await this.#child.status;
    const complaint = this.#errors.findLast((line) => /error|exception|cannot/i.test(line)) ??
      this.#errors.at(-1);
    return `it ended with ${signal ?? `status ${code}`}: ${complaint?.trim() ?? "it said nothing"}`;
  }

  async #keepErrors(): Promise<void> {
    for await (const line of { [Symbol.asyncIterator]: () => linesOf(this.#child.stderr) }) {
      this.#errors.push(line);
      if (this.#errors.length > 50) this.#errors.shift();
    }
  }
}

function commandOf({ system, case: name, precision, threads }: Who): string[] {
  if (system === "unroll") {
    const config = join(projectAt().root, "deno.json");
    return [
      ...[Deno.execPath(), "run", "-A", "--quiet", "--v8-flags=--expose-gc", "--config", config],
      ...[join(bench, "worker.ts"), name, String(threads), precision],
    ];
  }
  return [peerPython(), join(bench, "peers", "worker.py"), system, name, String(threads), precision];
}

async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string, void> {
  let rest = "";
  for await (
    const text of stream.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>)
  ) {
    const lines = (rest + text).split("\n");
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest) yield rest;
}
