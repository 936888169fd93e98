import type { Recording } from "./recording.ts";
import type { Waveform } from "../waveform.ts";

/**
 * Mixes the channels of a recording into one: their mean, as librosa's `to_mono`.
 *
 * @param recording channels of one length
 * @returns one waveform; that of a single channel is the channel itself
 * @throws {TypeError} when there is no channel, or they differ in length
 * @example
 * ```ts
 * import { toMono } from "unroll/audio/mod.ts";
 * toMono({ channels: [Float32Array.of(1, 0), Float32Array.of(0, 0.5)], sampleRate: 8000 }).samples; // [0.5, 0.25]
 * ```
 */
export function toMono({ channels, sampleRate }: Recording): Waveform {
  const [first] = channels;
  if (!first || channels.some((channel) => channel.length !== first.length)) {
    throw new TypeError(
      `Cannot mix channels as of one length: they have ${
        channels.map(({ length }) => length).join(", ") || "none"
      }`,
    );
  }
  if (channels.length === 1) return { samples: first, sampleRate };
  const samples = first.map((_, i) =>
    channels.reduce((sum, channel) => sum + channel[i]!, 0) / channels.length
  );
  return { samples, sampleRate };
}
