import type { Waveform } from "../../audio/mod.ts";
import { assertShape, type Random, random, sizeOf } from "../../core/mod.ts";
import { RowFile } from "./_row_file.ts";
import type { ClipFeatures } from "./clip_batches.ts";
import type { SpokenClips } from "./spoken_clips.ts";

/** How features are made of sounds. */
export type MakeFeatures = (sounds: Waveform[], random: Random) => ClipFeatures;

/** Features of clips that are made once for each copy and kept on disk. */
export class KeptFeatures {
  #clips: SpokenClips;
  #make: MakeFeatures;
  #plan: { seed: number; cache: string };
  #rows: RowFile | undefined;
  #shape: number[] | undefined;
  #made = new Map<string, number>();

  constructor(clips: SpokenClips, make: MakeFeatures, plan: { seed: number; cache: string }) {
    this.#clips = clips;
    this.#make = make;
    this.#plan = plan;
  }

  /** The features of some clips; what is drawn for them depends on the seed, the clip's place and the copy alone. */
  of(places: Int32Array, copy: number): ClipFeatures {
    const rows = Array.from(places, (place) => this.#row(place, copy));
    const shape = this.#shape!, size = sizeOf(shape), values = new Float32Array(rows.length * size);
    rows.forEach((row, i) => this.#rows!.read(row, values.subarray(i * size, (i + 1) * size)));
    return { values, shape: [rows.length, ...shape] };
  }

  #row(place: number, copy: number): number {
    const name = `copy ${copy} of clip ${place}`, there = this.#made.get(name);
    if (there !== undefined) return there;
    const { values, shape } = this.#make(this.#clips.read([place]), random(this.#plan.seed).fork(name));
    this.#shape ??= shape.slice(1);
    assertShape(shape, [1, ...this.#shape], `the features of clip ${place}`);
    assertShape([values.length], [sizeOf(shape)], `the features of clip ${place}`);
    this.#rows ??= new RowFile(this.#plan.cache, values.byteLength);
    const row = this.#rows.append(values as Float32Array<ArrayBuffer>);
    this.#made.set(name, row);
    return row;
  }

  /** Gives the disk back. */
  close(): void {
    this.#rows?.close();
  }
}
