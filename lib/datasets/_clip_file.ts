/** Clips of one length on disk, as 16-bit samples: what is in memory is what is read, not the corpus. The file has no name once it is open. */
export class ClipFile {
  #file: Deno.FsFile;
  #path: string | undefined;
  #length: number;
  #count = 0;

  /** A file below a folder for clips of so many samples. */
  constructor(folder: string, length: number) {
    Deno.mkdirSync(folder, { recursive: true });
    const path = Deno.makeTempFileSync({ dir: folder, prefix: "clips_" });
    this.#file = Deno.openSync(path, { read: true, write: true });
    this.#length = length;
    this.#path = removed(path) ? undefined : path;
  }

  /** Writes a clip behind the others and gives its number. */
  append(samples: Float32Array): number {
    const whole = Int16Array.from(
      samples,
      (value) => Math.round(32767 * Math.max(-1, Math.min(1, value))),
    );
    this.#file.seekSync(this.#count * 2 * this.#length, Deno.SeekMode.Start);
    everyByte(new Uint8Array(whole.buffer), (part) => this.#file.writeSync(part));
    return this.#count++;
  }

  /** The samples of a clip [length]. */
  read(number: number): Float32Array {
    const whole = new Int16Array(this.#length), samples = new Float32Array(this.#length);
    this.#file.seekSync(number * 2 * this.#length, Deno.SeekMode.Start);
    everyByte(new Uint8Array(whole.buffer), (part) => this.#file.readSync(part) ?? 0);
    for (let i = 0; i < samples.length; i++) samples[i] = whole[i]! / 32767;
    return samples;
  }

  /** Gives the disk back. */
  close(): void {
    this.#file.close();
    if (this.#path !== undefined) removed(this.#path);
  }
}

/** Hands on what is still to be moved until nothing is; a call may move less than it was given. */
function everyByte(bytes: Uint8Array<ArrayBuffer>, move: (part: Uint8Array<ArrayBuffer>) => number): void {
  for (let done = 0, moved = 1; done < bytes.length && moved > 0; done += moved) {
    moved = move(bytes.subarray(done));
  }
}

/** Some systems don't remove a file that is open. */
function removed(path: string): boolean {
  try {
    Deno.removeSync(path);
    return true;
  } catch {
    return false;
  }
}
