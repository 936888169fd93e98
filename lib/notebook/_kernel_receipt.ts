import { type Assignment, FRAMES, MARKER, PREFIX, STATE } from "./_kernel_marker.ts";

/** After this long (milliseconds) without any message the listener is given up, for good: nothing hangs. */
const PATIENCE = 5000;
/** A marker without an answer is sent again after this long: the first ones may come before the listener listens. */
const AGAIN = 60;

/** Says when everything that was sent so far has been published: a marker is sent after it, and comes back. */
export class Receipt {
  #answer: Int32Array;
  #last = 0;

  constructor(address: { hostname: string; port: number }) {
    const memory = new SharedArrayBuffer(12);
    this.#answer = new Int32Array(memory);
    const worker = new Worker(new URL("./_kernel_listener.ts", import.meta.url), {
      type: "module",
      name: "kernel listener",
    });
    worker.onerror = (event) => {
      event.preventDefault();
      Atomics.store(this.#answer, STATE, -1);
    };
    worker.postMessage({ ...address, memory } satisfies Assignment);
  }

  /** Waits without holding the thread. False where no answer came. */
  async awaited(send: (marker: string) => void): Promise<boolean> {
    for (const { done } of this.#attempts(send)) {
      if (done !== undefined) return done;
      await new Promise((resume) => setTimeout(resume, 1));
    }
    return false;
  }

  /** Puts this thread to sleep until the answer is there. False where none came. */
  blocked(send: (marker: string) => void): boolean {
    for (const { done } of this.#attempts(send)) {
      if (done !== undefined) return done;
      Atomics.wait(this.#answer, MARKER, Atomics.load(this.#answer, MARKER), AGAIN);
    }
    return false;
  }

  *#attempts(send: (marker: string) => void): Generator<{ done?: boolean }> {
    const number = ++this.#last;
    let sentAt = -Infinity, heardAt = performance.now(), frames = Atomics.load(this.#answer, FRAMES);
    for (let now = heardAt; now - heardAt < PATIENCE; now = performance.now()) {
      if (Atomics.load(this.#answer, MARKER) >= number) yield { done: true };
      if (Atomics.load(this.#answer, STATE) < 0) yield { done: false };
      if (now - sentAt >= AGAIN) {
        send(PREFIX + number);
        sentAt = now;
      }
      yield {};
      if (frames !== Atomics.load(this.#answer, FRAMES)) heardAt = performance.now();
      frames = Atomics.load(this.#answer, FRAMES);
    }
    Atomics.store(this.#answer, STATE, -1);
  }
}

/** Where this kernel publishes; undefined where its command line can't be read or it doesn't use TCP. */
export function publishingAddress(): { hostname: string; port: number } | undefined {
  try {
    const path = /--conn[=\0 ]([^\0]+)/.exec(commandLine())?.[1]?.trim();
    if (!path) return undefined;
    const { transport = "tcp", ip, iopub_port: port } = JSON.parse(Deno.readTextFileSync(path));
    return transport === "tcp" && typeof port === "number" ? { hostname: String(ip), port } : undefined;
  } catch {
    return undefined;
  }
}

/** This process's command line: from /proc on Linux, from ps on macOS; Windows has no quick way. */
function commandLine(): string {
  if (Deno.build.os === "linux") return Deno.readTextFileSync("/proc/self/cmdline");
  const args = ["-ww", "-o", "command=", "-p", String(Deno.pid)];
  return new TextDecoder().decode(new Deno.Command("ps", { args }).outputSync().stdout);
}
