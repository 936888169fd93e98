/**
 * `deno run -A bench/audio_hour.ts [--minutes N] [--threads N]`: an hour of 16 kHz WAV files, one after another through reading and
 * decoding, the filter by mean spectral contrast, clips of 4 s and their spectrograms, each step's seconds and the memory's peak.
 *
 * The files are made first and not measured: pieces of 12 s, voices and noises by turns.
 *
 * @module
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  encodeWav,
  nativeAudio,
  random,
  readAudio,
  spectralContrast,
  spectrogram,
  splitClips,
  useEngine,
} from "unroll";
import type { Waveform } from "unroll";
import { say } from "../tools/setup/say.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "60" },
    threads: { type: "string", default: String(navigator.hardwareConcurrency) },
  },
});
const sampleRate = 16_000, secondsOfFile = 12, threads = Number(values.threads);
const files = Math.ceil(60 * Number(values.minutes) / secondsOfFile);
const { engine } = await useEngine({ backend: "tensorflow", threads });
const options = { frameLength: 256, hopLength: 128, engine: nativeAudio() };
const folder = await Deno.makeTempDir();

/** A tone with overtones that wanders, or noise. */
function sound(index: number): Waveform {
  const draw = random(index), pitch = 100 + 100 * draw.next(), isVoice = index % 5 !== 0;
  const samples = Float32Array.from({ length: sampleRate * secondsOfFile }, (_, i) => {
    const phase = 2 * Math.PI * pitch * (i / sampleRate + 0.01 * Math.sin(i / 4000));
    return isVoice
      ? 0.1 * (Math.sin(phase) + Math.sin(3 * phase) / 2) + 0.001 * draw.next()
      : 0.1 * draw.next();
  });
  return { samples, sampleRate };
}

const spent = { decode: 0, filter: 0, spectrogram: 0 };

/** Runs one step and adds its time. */
async function timed<T>(step: keyof typeof spent, work: () => T | Promise<T>): Promise<T> {
  const started = performance.now(), result = await work();
  spent[step] += (performance.now() - started) / 1000;
  return result;
}

function meanContrast(wave: Waveform): number {
  const { values } = spectralContrast(wave, options);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Megabytes that the process holds. */
const held = (): number => Deno.memoryUsage().rss / 2 ** 20;

try {
  for (let i = 0; i < files; i++) await Deno.writeFile(join(folder, `${i}.wav`), encodeWav(sound(i)));
  const before = held(), started = performance.now();
  let clips = 0, dropped = 0, peak = before;
  for (let i = 0; i < files; i++) {
    const wave = await timed("decode", () => readAudio(join(folder, `${i}.wav`)));
    if (await timed("filter", () => meanContrast(wave)) < 12) dropped++;
    else {
      await timed("spectrogram", () => {
        const pieces = splitClips(wave, { seconds: 4, last: "pad" });
        clips += spectrogram(pieces, { ...options, padding: "end" }).shape[0]!;
      });
    }
    peak = Math.max(peak, held());
  }
  const seconds = (performance.now() - started) / 1000;
  say(
    `${engine.device}, ${threads} threads: ${values.minutes} min in ${files} files, ${dropped} below 12 dB, ${clips} clips`,
  );
  say(
    `${seconds.toFixed(2)} s: ${
      Object.entries(spent).map(([step, s]) => `${step} ${s.toFixed(2)}`).join(", ")
    }`,
  );
  say(`memory: ${before.toFixed(0)} MB before, ${peak.toFixed(0)} MB at most`);
} finally {
  await Deno.remove(folder, { recursive: true });
}
