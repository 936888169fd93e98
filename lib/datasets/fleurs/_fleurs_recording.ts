import { decodeAudio, resample, toMono, type Waveform } from "../../audio/mod.ts";
import { CorruptError } from "../../core/mod.ts";
import type { FleursPart } from "./_fleurs_part.ts";
import type { FleursRow } from "./_fleurs_rows.ts";
import type { Skipped } from "./_skipped.ts";
import type { SpokenRecording } from "../speech/speech_dataset.ts";

/** How the corpus's recordings are given (Hz). */
const SAMPLE_RATE = 16_000;

/** A recording from its file's bytes; undefined, and counted, where they are no sound. */
export async function fleursRecording(
  row: FleursRow,
  bytes: Uint8Array,
  { part, skipped }: { part: FleursPart; skipped: Skipped },
): Promise<SpokenRecording | undefined> {
  const sound = await soundOf(bytes, row.file);
  if (typeof sound === "string") return void skipped.add(sound, part, row.file);
  const { language, split } = part, { sentence, text, file } = row;
  return { id: file.replace(/\.[^.]*$/, ""), language, split, sentence, text, ...sound };
}

/** The waveform, or why there is none. */
async function soundOf(bytes: Uint8Array, name: string): Promise<Waveform | string> {
  if (bytes.length === 0) return "a recording without a byte";
  try {
    return resample(toMono(await decodeAudio(bytes, { name })), SAMPLE_RATE);
  } catch (error) {
    if (error instanceof CorruptError) return "a recording that is damaged, cut short or no numbers";
    throw error;
  }
}
