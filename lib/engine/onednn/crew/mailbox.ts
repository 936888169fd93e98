type Pointer = Deno.PointerValue;

/** Numbers and pointers: all that two threads tell each other. */
export interface Letter {
  readonly numbers: readonly number[];
  readonly pointers: readonly Pointer[];
}

const most = 32, longest = 1024;
/** Places in the header: what is asked and done count up together; the rest is the latest answer. */
const Place = { open: 0, asked: 1, done: 2, result: 3, errorLength: 4 } as const;

/**
 * Memory that two threads share: one asks, the other answers, one thing at a time. Both sides have a mailbox around the same
 * bytes. There is nothing to serialise, and a question costs microseconds.
 */
export class Mailbox {
  readonly memory: SharedArrayBuffer;
  readonly #header: Int32Array;
  readonly #numbers: Int32Array;
  readonly #pointers: BigUint64Array;
  readonly #error: Uint8Array;

  /** @param memory the other side's; fresh without it */
  constructor(memory = new SharedArrayBuffer(8 * most + 8 * most + longest)) {
    this.memory = memory;
    this.#pointers = new BigUint64Array(memory, 0, most);
    this.#header = new Int32Array(memory, 8 * most, most);
    this.#numbers = new Int32Array(memory, 12 * most, most);
    this.#error = new Uint8Array(memory, 16 * most, longest);
  }

  /** Says that the answering side listens. */
  open(): void {
    this.#set(Place.open, 1);
  }

  /** Waits until the answering side listens; false when it does not within the time. */
  isOpen(milliseconds: number): boolean {
    Atomics.wait(this.#header, Place.open, 0, milliseconds);
    return Atomics.load(this.#header, Place.open) === 1;
  }

  /** Hands a question over. */
  ask({ numbers, pointers }: Letter): void {
    this.#numbers.set(numbers);
    pointers.forEach((pointer, index) => this.#pointers[index] = BigInt(Deno.UnsafePointer.value(pointer)));
    this.#set(Place.asked, this.#header[Place.asked]! + 1);
  }

  /**
   * Waits for the answer to the latest question.
   *
   * @throws {Error} what went wrong on the other side
   */
  answer(): number {
    const asked = this.#header[Place.asked]!;
    Atomics.wait(this.#header, Place.done, asked - 1);
    const length = this.#header[Place.errorLength]!;
    if (length === 0) return this.#header[Place.result]!;
    throw new Error(new TextDecoder().decode(this.#error.slice(0, length)));
  }

  /** Waits for the next question. */
  take(): Letter {
    Atomics.wait(this.#header, Place.asked, this.#header[Place.done]!);
    return {
      numbers: Array.from(this.#numbers),
      pointers: Array.from(this.#pointers, (value) => Deno.UnsafePointer.create(value)),
    };
  }

  /** Answers the question taken last: with a number, or with what went wrong. */
  give(answer: number | Error): void {
    const message = answer instanceof Error ? new TextEncoder().encode(answer.message).slice(0, longest) : [];
    this.#error.set(message);
    this.#header[Place.errorLength] = message.length;
    if (!(answer instanceof Error)) this.#header[Place.result] = answer;
    this.#set(Place.done, this.#header[Place.asked]!);
  }

  #set(place: number, value: number): void {
    Atomics.store(this.#header, place, value);
    Atomics.notify(this.#header, place);
  }
}
