import { basename } from "node:path";
import { decodeAudio } from "./decode_audio.ts";
import { toMono } from "./to_mono.ts";
import type { Waveform } from "../waveform.ts";

/**
 * Reads a sound file of any kind that `decodeAudio` knows, mixed to one channel.
 *
 * @param path the file; its ending doesn't matter
 * @returns the waveform at the file's own rate
 * @throws {CorruptError} when it can't be decoded; the message names the file
 * @throws {Deno.errors.NotFound} when there is no such file
 * @example
 * ```ts
 * import { encodeWav, readAudio } from "unroll/audio/mod.ts";
 * const path = `${await Deno.makeTempDir()}/sound.wav`;
 * await Deno.writeFile(path, encodeWav({ samples: Float32Array.of(0.5, -0.25), sampleRate: 8000 }));
 * (await readAudio(path)).samples.length; // 2
 * ```
 */
export async function readAudio(path: string): Promise<Waveform> {
  return toMono(await decodeAudio(await Deno.readFile(path), { name: basename(path) }));
}
