/**
 * `deno run -A bench/features.ts [--python PATH] [--rounds N] [--seconds N] [--threads N]
 * [--frame N] [--hop N]`: this library's features, native and in plain TypeScript, and librosa's, as seconds of 16 kHz sound a
 * second; frames of 256 samples and hops of 128 unless told otherwise.
 *
 * PATH is a Python that has librosa; without it this library is measured alone. The systems take turns of six goes, so that whatever
 * else the machine does falls on all of them; a turn's first two find threads and memory and aren't counted. The table shows medians.
 *
 * @module
 */
import { parseArgs } from "node:util";
import {
  melSpectrogram,
  mfcc,
  nativeAudio,
  plainAudio,
  random,
  spectralContrast,
  spectrogram,
  stft,
  useEngine,
} from "unroll";
import type { AudioEngine, STFTOptions } from "unroll";
import { say } from "../tools/setup/say.ts";
import { median } from "./measuring/statistics.ts";

const { values } = parseArgs({
  options: {
    python: { type: "string" },
    rounds: { type: "string", default: "9" },
    seconds: { type: "string", default: "60" },
    threads: { type: "string", default: String(navigator.hardwareConcurrency) },
    frame: { type: "string", default: "256" },
    hop: { type: "string", default: "128" },
  },
});
const seconds = Number(values.seconds), rounds = Number(values.rounds), threads = Number(values.threads);
const frameLength = Number(values.frame), hopLength = Number(values.hop);

/** A system: milliseconds of one go at a feature. */
type System = (feature: string) => number | Promise<number>;

const { engine } = await useEngine({ backend: "tensorflow", threads });
const draw = random(0), sampleRate = 16_000;
const sound = {
  samples: Float32Array.from({ length: sampleRate * seconds }, () => 0.1 * draw.normal()),
  sampleRate,
};

const features: Record<string, (options: STFTOptions) => unknown> = {
  "stft": (options) => stft(sound, options),
  "power spectrogram": (options) => spectrogram(sound, options),
  "spectral contrast": (options) => spectralContrast(sound, options),
  "mel spectrogram": (options) => melSpectrogram(sound, options),
  "MFCC-20": (options) => mfcc(sound, options),
};

function ours(engine: AudioEngine): System {
  return (feature) => {
    const started = performance.now();
    features[feature]!({ frameLength, hopLength, engine });
    return performance.now() - started;
  };
}

/** Starts librosa in a process of its own. It is stopped between its turns: OpenBLAS's threads spin for a while after their work. */
function librosa(python: string): System & { end(): Promise<void> } {
  const child = new Deno.Command(python, {
    args: [
      new URL("peers/librosa_features.py", import.meta.url).pathname,
      `${seconds}`,
      `${frameLength}`,
      `${hopLength}`,
    ],
    env: { OMP_NUM_THREADS: String(threads), NUMBA_NUM_THREADS: String(threads) },
    stdin: "piped",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const writer = child.stdin.getWriter(), reader = child.stdout.getReader();
  const ask = async (feature: string): Promise<number> => {
    child.kill("SIGCONT");
    await writer.write(new TextEncoder().encode(`${feature}\n`));
    const { value, done } = await reader.read();
    if (done) throw new Error(`Cannot measure librosa as a package of ${python}: it ended`);
    child.kill("SIGSTOP");
    return Number(new TextDecoder().decode(value));
  };
  const end = async (): Promise<void> => {
    child.kill("SIGCONT");
    await writer.close();
    await child.status;
  };
  return Object.assign(ask, { end });
}

const peer = values.python ? librosa(values.python) : undefined;
const systems: Record<string, System> = {
  native: ours(nativeAudio()),
  plain: ours(plainAudio),
  ...(peer ? { librosa: peer } : {}),
};
say(
  `${engine.device}, ${threads} threads, ${seconds} s of sound, frames of ${frameLength}, hops of ${hopLength}, ${rounds} rounds: ` +
    "seconds of sound a second",
);
for (const feature of Object.keys(features)) {
  const times: Record<string, number[]> = {};
  for (let round = -2; round < rounds; round++) { // two rounds for nothing: until then code is compiled
    for (const [name, system] of Object.entries(systems)) {
      for (let go = -2; go < 4; go++) {
        const milliseconds = await system(feature);
        if (round >= 0 && go >= 0) (times[name] ??= []).push(milliseconds);
      }
    }
  }
  const speeds = Object.entries(times).map(([name, all]) => [name, 1000 * seconds / median(all)] as const);
  const text = speeds.map(([name, speed]) => `${name} ${Math.round(speed).toLocaleString("en")}`).join(", ");
  const ratio = peer ? `; native over librosa ${(speeds[0]![1] / speeds.at(-1)![1]).toFixed(2)}` : "";
  say(`${feature}: ${text}${ratio}`);
}
await peer?.end();
