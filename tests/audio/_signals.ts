import type { Waveform } from "../../lib/audio/mod.ts";

/** The signals of tests/reference/audio/signals.py, made alike. */
export type SignalName = "voice" | "noise" | "clicks";

/** Makes one of them. */
export function signal(name: SignalName, sampleRate: number, length: number): Waveform {
  return { samples: makers[name](sampleRate, length), sampleRate };
}

const makers: Record<SignalName, (rate: number, length: number) => Float32Array> = { voice, noise, clicks };

function voice(rate: number, length: number): Float32Array {
  const hiss = noise(rate, length);
  return Float32Array.from({ length }, (_, i) => {
    const t = i / rate, phase = 2 * Math.PI * (140 * t + 60 * t * t);
    let sound = 0;
    for (let k = 1; k < 9; k++) sound += Math.sin(k * phase) / k;
    return 0.25 * (0.6 + 0.4 * Math.sin(2 * Math.PI * 5 * t)) * sound + 0.02 * hiss[i]!;
  });
}

function noise(_rate: number, length: number): Float32Array {
  let state = 12345;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  });
}

function clicks(_rate: number, length: number): Float32Array {
  const values = new Float32Array(length).fill(0.125, Math.floor(length / 3), Math.floor(length / 2));
  values[Math.floor(length / 5)] = 1;
  for (let i = Math.floor(2 * length / 3); i < length; i += 997) values[i] = -0.75;
  return values;
}
