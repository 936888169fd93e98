import { checkWaveform } from "../_check_waveform.ts";
import { padSamples } from "../frames/pad_mode.ts";
import type { Waveform } from "../waveform.ts";

/**
 * Lengthens a sound with silence at its end; one that is long enough stays.
 *
 * @param sound the waveform
 * @param seconds how long it shall be at least
 * @returns a waveform of round(seconds · sampleRate) samples or more
 * @throws {RangeError} when the time is not positive and finite, or there are no samples
 * @example
 * ```ts
 * import { padSilence } from "unroll/audio/mod.ts";
 * padSilence({ samples: Float32Array.of(1, 2), sampleRate: 4 }, 1).samples; // [1, 2, 0, 0]
 * ```
 */
export function padSilence(sound: Waveform, seconds: number): Waveform {
  const wanted = samplesIn(sound, seconds), missing = wanted - sound.samples.length;
  return missing <= 0 ? sound : { ...sound, samples: padSamples(sound.samples, { after: missing }) };
}

/** Options of {@linkcode splitClips}. */
export interface SplitClipsOptions {
  /** How long a clip is (s). */
  seconds: number;
  /** From one clip's beginning to the next's (s). @default seconds */
  hopSeconds?: number;
  /** A last piece that is shorter is lengthened with silence, or dropped. @default "drop" */
  last?: "pad" | "drop";
}

/**
 * Cuts a sound into clips of one length.
 *
 * @param sound the waveform
 * @param options length, hop, what becomes of a rest
 * @returns the clips; none where the sound is shorter than one and rests are dropped
 * @throws {RangeError} when a time is not positive and finite, or there are no samples
 * @example
 * ```ts
 * import { splitClips } from "unroll/audio/mod.ts";
 * splitClips({ samples: new Float32Array(90), sampleRate: 10 }, { seconds: 4 }).length; // 2
 * ```
 */
export function splitClips(sound: Waveform, options: SplitClipsOptions): Waveform[] {
  const { seconds, hopSeconds = seconds, last = "drop" } = options, { samples } = sound;
  const length = samplesIn(sound, seconds), hop = samplesIn(sound, hopSeconds), clips: Waveform[] = [];
  for (let from = 0; from < samples.length; from += hop) {
    const rest = samples.length - from;
    if (rest < length && last === "drop") break;
    const clip = samples.slice(from, from + length);
    clips.push({ ...sound, samples: rest < length ? padSamples(clip, { after: length - rest }) : clip });
    if (rest <= length) break;
  }
  return clips;
}

function samplesIn(sound: Waveform, seconds: number): number {
  checkWaveform(sound);
  const count = Math.round(seconds * sound.sampleRate);
  if (Number.isFinite(count) && count >= 1) return count;
  throw new RangeError(`Cannot cut as a positive number of seconds: ${seconds}`);
}
