import { join, parse } from "node:path";
import { MissingError } from "../../core/mod.ts";
import { reaches, within } from "./_check_segments.ts";
import { labelMeansSpeech, segmentRows } from "./_read_segment_rows.ts";
import { readClip } from "../speech/_real_clips.ts";
import type { VoiceActivityRecording } from "./voice_activity_recording.ts";

/** Options of {@linkcode voiceActivityFolder}. */
export interface VoiceActivityFolderOptions {
  /**
   * Whether a row's label means speech; undefined for a label that is not known, which is an error.
   * @default speech, voice, sp, s, 1 or none do; nonspeech, silence, sil, noise, music, ns, n or 0 don't
   */
  isSpeech?: (label: string) => boolean | undefined;
}

const SOUND = /\.(wav|flac|ogg|opus|mp3)$/i, OTHER = /^(\.|readme|licen[cs]e)/i;

/** Endings of label files; of two beside one sound, the first in this list: text beside labels is often a transcript. */
const LABELS = [".lab", ".tsv", ".csv", ".txt"];

/**
 * Reads a folder of sound files that have their labels beside them: `a.wav` and `a.lab` (else .tsv, .csv, .txt), one row per segment,
 * `start end label` in seconds. Overlapping segments are joined. Where rows of speech alone are given, the rest is silence, and an
 * empty label file is a silent recording; where other rows are given too, they have to reach the recording's end within 10 ms.
 *
 * @param folder the folder; what lies in folders below it isn't read
 * @param options the meaning of labels
 * @returns the recordings at 16 kHz, one after another, in the order of their names
 * @throws {MissingError} when a sound has no labels, labels have no sound, or the folder has neither
 * @throws {SyntaxError} when a row doesn't parse or its label isn't known; the message has the file and the line's number
 * @throws {RangeError} when labels are longer or shorter than their recording
 * @throws {CorruptError} when a sound can't be decoded
 * @example
 * ```ts
 * import { encodeWav } from "unroll/audio/mod.ts";
 * import { voiceActivityFolder } from "unroll/datasets/mod.ts";
 * const folder = await Deno.makeTempDir();
 * await Deno.writeFile(`${folder}/a.wav`, encodeWav({ samples: new Float32Array(32_000), sampleRate: 16_000 }));
 * await Deno.writeTextFile(`${folder}/a.lab`, "0.0 0.5 silence\n0.5 2.0 speech\n");
 * for await (const { id, segments } of voiceActivityFolder(folder)) segments; // [{ start: 0.5, end: 2 }]
 * ```
 */
export async function* voiceActivityFolder(
  folder: string,
  { isSpeech = labelMeansSpeech }: VoiceActivityFolderOptions = {},
): AsyncGenerator<VoiceActivityRecording> {
  for (const { sound, labels } of await pairs(folder)) {
    const id = parse(sound).name, recording = join(folder, sound), path = join(folder, labels);
    const { segments, last } = segmentRows(await Deno.readTextFile(path), path, isSpeech);
    const clip = await readClip(recording), seconds = clip.samples.length / clip.sampleRate;
    if (last !== undefined) reaches(last, { seconds, labels: path, recording });
    yield {
      id,
      ...clip,
      segments: within(segments, { seconds, labels: path, recording }),
      evaluated: [{ start: 0, end: seconds }],
    };
  }
}

/** Each sound with its labels. */
async function pairs(folder: string): Promise<{ sound: string; labels: string }[]> {
  const names = (await Array.fromAsync(Deno.readDir(folder))).filter(({ isDirectory }) => !isDirectory)
    .map(({ name }) => name).filter((name) => !OTHER.test(name)).sort();
  const sounds = names.filter((name) => SOUND.test(name));
  const rank = (name: string): number => LABELS.indexOf(parse(name).ext.toLowerCase());
  const byRank = names.filter((name) => rank(name) >= 0).sort((a, b) => rank(b) - rank(a));
  const labels = new Map(byRank.map((name) => [parse(name).name, name]));
  const found = sounds.map((sound) => ({ sound, labels: labels.get(parse(sound).name) }));
  const alone = found.find((pair) => pair.labels === undefined)?.sound ??
    [...labels].find(([stem]) => !sounds.some((sound) => parse(sound).name === stem))?.[1];
  if (alone !== undefined || found.length === 0) {
    throw new MissingError(
      `Cannot read ${folder} as sounds with labels (a.wav and a.lab): ${
        alone === undefined ? "it has none" : `${alone} has no partner`
      }; look: ls '${folder}'`,
    );
  }
  return found as { sound: string; labels: string }[];
}
