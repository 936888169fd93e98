import { joinSegments, type Segment } from "../../core/mod.ts";
import {
  babble,
  brownNoise,
  clicks,
  filteredNoise,
  hum,
  musicTones,
  pinkNoise,
  reverberate,
  type Waveform,
  whiteNoise,
} from "../../audio/mod.ts";
import type { Random } from "../../core/mod.ts";
import { within } from "../spoken_stand_in/_draw.ts";
import type { TrimmedSentence } from "./_spoken_segments.ts";
import { type Background, voiceActivityParameters as parameters } from "./_voice_activity_parameters.ts";
import type { PlannedVoiceActivity } from "./_voice_activity_plan.ts";
import type { NoiseRecording } from "../speech/background_noise.ts";

/** What a recording is made of. */
export interface Material {
  /** The sentence of a number. */
  sentence(number: number): TrimmedSentence;
  /** Recordings of noise on this machine. */
  noises: readonly NoiseRecording[];
}

const sampleRate = 16_000, piece = Math.round(sampleRate * parameters.label.piece);

/** Makes a recording: sentences with pauses, in a room, with something in the background; and where somebody speaks. */
export function voiceActivitySound(
  plan: PlannedVoiceActivity,
  material: Material,
): Waveform & { segments: Segment[] } {
  const { seconds, room, level, snr, chance } = plan, length = Math.round(seconds * sampleRate);
  const { speech, segments } = spoken(plan, material, length);
  const random = chance.fork("room");
  const heard = room && segments.length > 0
    ? reverberate({ samples: speech, sampleRate }, { ...room, random }).samples
    : speech;
  const noise = backgroundOf(plan, material).samples, loud = 10 ** (level / 20);
  const voice = segments.length > 0 ? loud / rootMeanSquareOf(heard, segments) : 0;
  const background = loud * 10 ** (-snr / 20) / rootMeanSquareOf(noise, [{ start: 0, end: seconds }]);
  const samples = heard.map((value, i) => Math.max(-1, Math.min(1, voice * value + background * noise[i]!)));
  return { samples, sampleRate, segments };
}

/** Sentences one behind the other; the recording may begin or end in the middle of one. */
function spoken(
  { sentences, pause: [least, mean], chance }: PlannedVoiceActivity,
  { sentence }: Material,
  length: number,
): { speech: Float32Array; segments: Segment[] } {
  const random = chance.fork("pauses"), speech = new Float32Array(length), segments: Segment[] = [];
  const last = Math.floor(length / piece);
  let at = -random.integer(0, 500); // in pieces of 10 ms
  for (let i = 0; sentences.length > 0 && at < last; i++) {
    const { samples, spoken } = sentence(sentences[i % sentences.length]!),
      gain = 10 ** (within(parameters.loudness, random) / 20);
    for (let n = Math.max(0, -at * piece); n < samples.length && at * piece + n < length; n++) {
      speech[at * piece + n] = gain * samples[n]!;
    }
    for (const [start, end] of spoken) {
      const [from, to] = [Math.max(0, at + start), Math.min(last, at + end)];
      if (to > from) segments.push({ start: from / 100, end: to / 100 });
    }
    const gap = least - mean * Math.log(1 - random.next()); // exponential
    at += samples.length / piece + Math.max(1, Math.round(100 * gap));
  }
  return { speech, segments: joinSegments(segments) };
}

function backgroundOf(plan: PlannedVoiceActivity, material: Material): Waveform {
  const { background, seconds, babblers, chance } = plan, random = chance.fork("background");
  const options = { seconds, sampleRate, random };
  const made: Record<Exclude<Background, "running_tap" | "doing_the_dishes">, () => Waveform> = {
    none: () => whiteNoise(options),
    white: () => whiteNoise(options),
    pink: () => pinkNoise(options),
    brown: () => brownNoise(options),
    filtered: () => filteredNoise(options),
    hum: () => hum({ ...options, frequency: random.next() < 0.5 ? 50 : 60 }),
    babble: () =>
      babble(babblers.map((n) => ({ samples: material.sentence(n).samples, sampleRate })), options),
    music: () => musicTones(options),
    clicks: () => clicks(options),
  };
  if (background !== "running_tap" && background !== "doing_the_dishes") return made[background]();
  const noise = material.noises.find(({ id }) => id === background);
  return noise ? pieceOf(noise, seconds, random) : made[parameters.substitutes[background]]();
}

/** A stretch of a recording, from a place of its own. */
function pieceOf({ samples }: NoiseRecording, seconds: number, random: Random): Waveform {
  const length = Math.round(seconds * sampleRate), start = random.integer(0, samples.length);
  return {
    samples: Float32Array.from({ length }, (_, i) => samples[(start + i) % samples.length]!),
    sampleRate,
  };
}

function rootMeanSquareOf(samples: Float32Array, segments: readonly Segment[]): number {
  let sum = 0, count = 0;
  for (const { start, end } of segments) {
    const to = Math.min(samples.length, Math.round(end * sampleRate));
    for (let i = Math.round(start * sampleRate); i < to; i++, count++) sum += samples[i]! * samples[i]!;
  }
  return Math.sqrt(sum / count) || 1;
}
