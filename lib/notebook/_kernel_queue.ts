import type { Jupyter } from "./_host.ts";
import type { Receipt } from "./_kernel_receipt.ts";

/** Text waits this long (milliseconds) for more, so that a storm of logs becomes few messages. */
const GATHER = 40;
/** Text longer than this (characters) doesn't wait. */
const FULL = 65536;
/** Without a receipt: what the publishing thread needs, in milliseconds, measured on an idle machine with a margin. */
const COST = { cell: 12, message: 0.6, character: 1 / 20000 };

/** Console text that waits to be sent, and an account of what was sent and may not have been published yet. */
export class Queue {
  #text = { stdout: "", stderr: "" };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #messages = 0;
  #characters = 0;

  constructor(private readonly broadcast: Jupyter["broadcast"], private readonly receipt?: Receipt) {}

  /** Whether something was sent, or waits to be sent, since the last settling. */
  get pending(): boolean {
    return this.#messages > 0 || this.#timer !== undefined;
  }

  /** Takes text from the console; a change between the two streams keeps their order. */
  write(stream: "stdout" | "stderr", text: string): void {
    if (this.#text[stream === "stdout" ? "stderr" : "stdout"]) this.flush();
    this.#text[stream] += text;
    if (this.#text[stream].length > FULL) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), GATHER);
  }

  /** Sends a message after the text that came before it. */
  send(type: string, content: Record<string, unknown>, options?: Record<string, unknown>): unknown {
    this.count(content);
    return this.broadcast(type, content, options);
  }

  /** Accounts for a message that someone else sends next; text that came before it goes out first. */
  count(content: unknown): void {
    this.flush();
    this.#messages++;
    if (!this.receipt) this.#characters += JSON.stringify(content)?.length ?? 0;
  }

  /** Sends the text that waits. */
  flush(): void {
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

  /** Waits until all is published. */
  async settle(): Promise<void> {
    const wait = this.#account();
    if (wait === 0 || await this.receipt?.awaited((marker) => this.#mark(marker))) return;
    // Many short timers: on a busy machine each takes longer, and so does the wait.
    for (let left = wait; left > 0; left -= 4) {
      await new Promise((done) => setTimeout(done, Math.min(4, left)));
    }
  }

  /** Puts this thread to sleep until all is published; the publishing thread goes on. */
  settleNow(): void {
    const wait = this.#account();
    if (wait === 0 || this.receipt?.blocked((marker) => this.#mark(marker))) return;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
  }

  /** Sends what waits; returns the milliseconds that publishing takes, 0 where nothing was sent, and starts a new account. */
  #account(): number {
    this.flush();
    if (this.#messages === 0) return 0;
    const wait = COST.cell + this.#messages * COST.message + this.#characters * COST.character;
    this.#messages = this.#characters = 0;
    return wait;
  }

  /** A message that pages ignore: the update of a display that none of them has. */
  #mark(marker: string): void {
    this.broadcast("update_display_data", { data: {}, metadata: {}, transient: { display_id: marker } });
  }
}
