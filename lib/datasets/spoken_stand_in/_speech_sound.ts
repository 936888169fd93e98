import {
  brownNoise,
  hum,
  level as levelOf,
  mixNoise,
  pinkNoise,
  reverberate,
  type Waveform,
  whiteNoise,
} from "../../audio/mod.ts";
import type { Random } from "../../core/mod.ts";
import type { PlannedRecording } from "./_speech_plan.ts";

/** Noises of a part, each long enough that recordings begin at places of their own. */
export type NoiseBank = Record<PlannedRecording["noise"]["kind"], Waveform>;

/** Seconds of each noise. */
const LENGTH = 40;

export function noiseBank(random: Random): NoiseBank {
  const options = { seconds: LENGTH, random };
  return {
    white: whiteNoise(options),
    pink: pinkNoise(options),
    brown: brownNoise(options),
    hum: hum(options),
    static: staticNoise(random),
  };
}

/**
 * What a bad line crackles: bursts of a few milliseconds over a hiss. A short burst has a smooth spectrum, so its mean spectral
 * contrast is below 12, where a steady noise's is not.
 */
function staticNoise(random: Random): Waveform {
  const { samples, sampleRate } = whiteNoise({ seconds: LENGTH, random }), { length } = samples;
  const loudness = new Float32Array(length).fill(0.05);
  for (let burst = 0; burst < 14 * LENGTH; burst++) {
    const from = random.integer(0, length), milliseconds = 1.5 + 2 * random.next();
    loudness.fill(1, from, from + Math.round(milliseconds * sampleRate / 1000));
  }
  return { samples: samples.map((value, i) => value * loudness[i]!), sampleRate };
}

/** A voice as the recording has it: in its room, with its noise, at its level, whole amplitudes between -1 and 1. */
export function recordedSound(voice: Waveform, plan: PlannedRecording, bank: NoiseBank): Waveform {
  const { room, noise: { kind, snr }, level, chance } = plan;
  const heard = room ? reverberate(voice, { ...room, random: chance }) : voice;
  const mixed = mixNoise(heard, bank[kind], { snr, random: chance }), { samples, sampleRate } = mixed;
  const gain = 10 ** (level / 20) / levelOf(mixed).rms;
  return { samples: samples.map((value) => Math.max(-1, Math.min(1, gain * value))), sampleRate };
}
