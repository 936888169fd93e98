import type { Random } from "../../core/mod.ts";
import type { AudioEngine } from "../engine/audio_engine.ts";
import { changeSpeed } from "../resampling/change_speed.ts";
import { mixNoise } from "../noise/mix_noise.ts";
import { padSamples } from "../frames/pad_mode.ts";
import { reverberate } from "./reverberate.ts";
import type { Waveform } from "../waveform.ts";

/** From the least to the greatest value, all equally likely. */
type Range = readonly [least: number, greatest: number];

/** Options of {@linkcode augmentSound}; a step that is left out is not done. */
export interface AugmentSoundOptions {
  /** Draws everything. */
  random: Random;
  /** Speeds, one of which is taken. */
  speeds?: readonly number[];
  /** How much of all sounds gets a room (share of 1), and its reverberation time (s). */
  room?: { share: number; rt60: Range };
  /** How much of all sounds gets noise (share of 1), one of which kinds, and the sound over it (dB). */
  noise?: { share: number; kinds: readonly Waveform[]; snr: Range };
  /** What does the arithmetic of a new speed. @default plainAudio */
  engine?: AudioEngine;
}

/**
 * A sound as it might have been recorded elsewhere: at another speed, in a room, with a noise. A sound that becomes shorter begins
 * anew at its end, so that there is no silence that only changed sounds have.
 *
 * @param sound the waveform
 * @param options which steps, and what draws them
 * @returns a waveform as long as the sound; one without any power is only copied
 * @throws {RangeError} as `changeSpeed`, `reverberate` and `mixNoise` do
 * @example
 * ```ts
 * import { augmentSound } from "unroll/audio/mod.ts";
 * import { random } from "unroll/core/mod.ts";
 * const sound = { samples: new Float32Array(16_000).fill(0.5, 0, 800), sampleRate: 16_000 };
 * augmentSound(sound, { random: random(7), speeds: [0.9, 1, 1.1], room: { share: 0.5, rt60: [0.1, 0.6] } });
 * ```
 */
export function augmentSound(sound: Waveform, options: AugmentSoundOptions): Waveform {
  const { random, speeds, room, noise, engine } = options, { length } = sound.samples;
  let heard = sound;
  if (speeds) {
    heard = asLong(changeSpeed(heard, speeds[random.integer(0, speeds.length)]!, { engine }), length);
  }
  if (room && random.next() < room.share) {
    heard = reverberate(heard, { rt60: within(room.rt60, random), random });
  }
  if (noise && random.next() < noise.share && heard.samples.some((value) => value !== 0)) {
    const kind = noise.kinds[random.integer(0, noise.kinds.length)]!;
    heard = mixNoise(heard, kind, { snr: within(noise.snr, random), random });
  }
  return heard === sound ? { ...sound, samples: sound.samples.slice() } : heard;
}

function within([least, greatest]: Range, random: Random): number {
  return least + (greatest - least) * random.next();
}

/** The first so many samples, from the beginning again where there are fewer. */
function asLong({ samples, sampleRate }: Waveform, length: number): Waveform {
  const missing = Math.max(0, length - samples.length);
  const longer = missing > 0 ? padSamples(samples, { after: missing, mode: "wrap" }) : samples;
  return { samples: longer.subarray(0, length), sampleRate };
}
