import type { Jupyter } from "./_host.ts";

/** Text waits this long (milliseconds) for more, so that a storm of logs becomes few messages. */
const GATHER = 40;
/** Text longer than this (characters) doesn't wait. */
const FULL = 65536;
/** What the other thread needs, in milliseconds, measured with a wide margin. */
const COST = { cell: 12, message: 0.6, character: 1 / 20000 };

/** Console text that waits to be sent, and an account of what was sent and may not have been published yet. */
export class Queue {
  #text = { stdout: "", stderr: "" };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #messages = 0;
  #characters = 0;

  constructor(private readonly broadcast: Jupyter["broadcast"]) {}

  /** Takes text from the console; a change between the two streams keeps their order. */
  write(stream: "stdout" | "stderr", text: string): void {
    if (this.#text[stream === "stdout" ? "stderr" : "stdout"]) this.#sendText();
    this.#text[stream] += text;
    if (this.#text[stream].length > FULL) this.#sendText();
    else this.#timer ??= setTimeout(() => this.#sendText(), GATHER);
  }

  /** Sends a message after the text that came before it. */
  send(type: string, content: Record<string, unknown>, options?: Record<string, unknown>): unknown {
    this.count(content);
    return this.broadcast(type, content, options);
  }

  /** Accounts for a message that someone else sends next; text that came before it goes out first. */
  count(content: unknown): void {
    this.#sendText();
    this.#messages++;
    this.#characters += JSON.stringify(content)?.length ?? 0;
  }

  /** Sends what waits; returns the milliseconds until all is published, and starts a new account. */
  flush(): number {
    this.#sendText();
    if (this.#messages === 0) return 0;
    const wait = COST.cell + this.#messages * COST.message + this.#characters * COST.character;
    this.#messages = this.#characters = 0;
    return wait;
  }

  /** Waits until all is published. Many short timers: on a busy machine each takes longer, and so does the wait. */
  async settle(): Promise<void> {
    for (let left = this.flush(); left > 0; left -= 4) {
      await new Promise((done) => setTimeout(done, Math.min(4, left)));
    }
  }

  #sendText(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const name of ["stdout", "stderr"] as const) {
      const text = this.#text[name];
      if (!text) continue;
      this.#text[name] = "";
      this.#messages++;
      this.#characters += text.length;
      this.broadcast("stream", { name, text });
    }
  }
}

/** Puts this thread to sleep: the publishing thread goes on. */
export function blockFor(milliseconds: number): void {
  if (milliseconds > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
