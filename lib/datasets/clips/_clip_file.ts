import { RowFile } from "./_row_file.ts";

/** Clips of one length on disk, as 16-bit samples. */
export class ClipFile {
  #rows: RowFile;
  #length: number;

  /** A file below a folder for clips of so many samples. */
  constructor(folder: string, length: number) {
    this.#rows = new RowFile(folder, 2 * length);
    this.#length = length;
  }

  /** Writes a clip behind the others. */
  append(samples: Float32Array): void {
    const whole = new Int16Array(this.#length);
    for (let i = 0; i < whole.length; i++) {
      whole[i] = Math.round(32767 * Math.max(-1, Math.min(1, samples[i]!)));
    }
    this.#rows.append(whole);
  }

  /** The samples of a clip [length]. */
  read(number: number): Float32Array {
    const whole = new Int16Array(this.#length), samples = new Float32Array(this.#length);
    this.#rows.read(number, whole);
    for (let i = 0; i < samples.length; i++) samples[i] = whole[i]! / 32767;
    return samples;
  }

  /** Gives the disk back. */
  close(): void {
    this.#rows.close();
  }
}
