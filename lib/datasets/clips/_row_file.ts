import { inFolder, whyNotKept } from "../files/_in_folder.ts";

/** Rows of so many bytes on disk, in a file that has no name once it is open: what is in memory is what is read. */
export class RowFile {
  #file: Deno.FsFile;
  #folder: string;
  #path: string | undefined;
  #bytes: number;
  #count = 0;

  /** A file below a folder for rows of so many bytes. */
  constructor(folder: string, bytes: number) {
    const path = inFolder(folder, () => Deno.makeTempFileSync({ dir: folder, prefix: "rows_" }));
    this.#file = Deno.openSync(path, { read: true, write: true });
    this.#bytes = bytes;
    this.#folder = folder;
    this.#path = removed(path) ? undefined : path;
  }

  /** Writes a row behind the others and gives its number. */
  append(row: ArrayBufferView<ArrayBuffer>): number {
    this.#file.seekSync(this.#count * this.#bytes, Deno.SeekMode.Start);
    try {
      everyByte(bytesOf(row), (part) => this.#file.writeSync(part));
    } catch (error) {
      throw whyNotKept(this.#folder, error);
    }
    return this.#count++;
  }

  /** Reads a row into memory of its size. */
  read(number: number, to: ArrayBufferView<ArrayBuffer>): void {
    this.#file.seekSync(number * this.#bytes, Deno.SeekMode.Start);
    everyByte(bytesOf(to), (part) => this.#file.readSync(part) ?? 0);
  }

  /** Gives the disk back. */
  close(): void {
    this.#file.close();
    if (this.#path !== undefined) removed(this.#path);
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer, byteOffset, byteLength);
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
