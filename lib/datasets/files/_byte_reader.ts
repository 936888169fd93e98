/** Bytes that arrive in pieces of any length, read in lengths that are asked for. */
export class ByteReader implements AsyncDisposable {
  #pieces: AsyncIterator<Uint8Array>;
  #left: Uint8Array = new Uint8Array(0);

  /** What is kept is what was read of the last piece. */
  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** The next bytes, copied; fewer where the end comes first. */
  async read(length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length);
    let got = 0;
    while (got < length && await this.#more()) {
      const part = this.#left.subarray(0, length - got);
      bytes.set(part, got);
      got += part.length;
      this.#left = this.#left.subarray(part.length);
    }
    return got < length ? bytes.subarray(0, got) : bytes;
  }

  /** Passes over bytes; says how many there were. */
  async skip(length: number): Promise<number> {
    let gone = 0;
    while (gone < length && await this.#more()) {
      const step = Math.min(this.#left.length, length - gone);
      this.#left = this.#left.subarray(step);
      gone += step;
    }
    return gone;
  }

  /** Ends the pieces early. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#pieces.return?.();
  }

  /** Whether a byte is left. */
  async #more(): Promise<boolean> {
    while (this.#left.length === 0) {
      const { done, value } = await this.#pieces.next();
      if (done) return false;
      this.#left = value;
    }
    return true;
  }
}
