/**
 * A worker that reads what the kernel publishes, as a notebook page does, and says which marker came last. It speaks as
 * much ZMTP 3.0 as a subscriber needs: greeting, READY, one subscription to everything, frames.
 *
 * It works in a thread of its own, so that it reads on while a cell computes: a subscriber that doesn't read would hold
 * the kernel up. It is only ever loaded as a worker.
 */
import { type Assignment, FRAMES, MARKER, STATE } from "./_kernel_marker.ts";

/** Frames longer than this hold no marker. */
const SHORT = 400;

/** Reads exact numbers of bytes from a connection. */
class Reader {
  #chunk = new Uint8Array(0);
  #buffer = new Uint8Array(65536);

  constructor(private readonly connection: Deno.Conn) {}

  async read(count: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(count);
    for (let filled = 0; filled < count;) {
      if (this.#chunk.length === 0) await this.#more();
      const part = this.#chunk.subarray(0, count - filled);
      bytes.set(part, filled);
      filled += part.length;
      this.#chunk = this.#chunk.subarray(part.length);
    }
    return bytes;
  }

  async #more(): Promise<void> {
    const size = await this.connection.read(this.#buffer);
    if (size === null) throw new Error("the kernel closed the connection");
    this.#chunk = this.#buffer.subarray(0, size);
  }

  /** One frame: flags, a length of one byte or of eight, the body. */
  async frame(): Promise<Uint8Array> {
    const [flags, length] = await this.read(2);
    if (!(flags! & 2)) return this.read(length!);
    const rest = await this.read(7);
    return this.read(new DataView(rest.buffer).getUint32(3));
  }
}

/** What a subscriber says first: signature, version 3.0, no security; its type; "everything, please". */
function introduction(): Uint8Array<ArrayBuffer>[] {
  const greeting = new Uint8Array(64), text = new TextEncoder();
  greeting.set([0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 3, 0, ...text.encode("NULL")]);
  const ready = [
    5,
    ...text.encode("READY"),
    11,
    ...text.encode("Socket-Type"),
    0,
    0,
    0,
    3,
    ...text.encode("SUB"),
  ];
  return [greeting, new Uint8Array([4, ready.length, ...ready]), new Uint8Array([0, 1, 1])];
}

async function listen({ hostname, port, memory }: Assignment): Promise<void> {
  const answer = new Int32Array(memory), decoder = new TextDecoder();
  try {
    const connection = await Deno.connect({ hostname, port });
    for (const bytes of introduction()) {
      for (let sent = 0; sent < bytes.length;) sent += await connection.write(bytes.subarray(sent));
    }
    const reader = new Reader(connection);
    await reader.read(64);
    await reader.frame();
    Atomics.store(answer, STATE, 1);
    while (true) {
      const frame = await reader.frame();
      Atomics.add(answer, FRAMES, 1);
      if (frame.length > SHORT) continue;
      const found = /unroll-marker-(\d+)/.exec(decoder.decode(frame));
      if (!found) continue;
      Atomics.store(answer, MARKER, Number(found[1]));
      Atomics.notify(answer, MARKER);
    }
  } catch {
    Atomics.store(answer, STATE, -1);
    Atomics.notify(answer, MARKER);
    Reflect.get(globalThis, "close")?.call(globalThis); // ends this worker
  }
}

Reflect.set(globalThis, "onmessage", (event: MessageEvent<Assignment>) => void listen(event.data));
