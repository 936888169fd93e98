import { joinSegments, type Segment } from "../../core/mod.ts";
import { badLine, secondsOf, tableLines } from "./_table_lines.ts";

/** What a label file says. */
export interface SegmentRows {
  /** The rows of speech, joined. */
  segments: Segment[];
  /** Where the last row ends (s); undefined where the rows only say where speech is, so that the rest is silence. */
  last: number | undefined;
}

const words = {
  speech: ["", "speech", "voice", "voiced", "sp", "s", "1"],
  other: ["nonspeech", "non-speech", "non_speech", "silence", "sil", "noise", "music", "ns", "n", "0"],
};

/** Whether a row's label means speech, by the words that labelled sets use; undefined for any other word. */
export function labelMeansSpeech(label: string): boolean | undefined {
  const word = label.trim().toLowerCase();
  return words.speech.includes(word) ? true : words.other.includes(word) ? false : undefined;
}

/** The rows `start end [label]` of a label file, in seconds, parted by tabs, commas, semicolons or spaces. */
export function segmentRows(
  text: string,
  path: string,
  isSpeech: (label: string) => boolean | undefined,
): SegmentRows {
  const segments: Segment[] = [];
  let last = 0, complete = false;
  for (const { line, number } of tableLines(text, "#")) {
    if (number === 1 && /^"?(start|begin|onset)/i.test(line)) continue; // names of the columns
    const [from, to, ...rest] = line.split(/\s*[\t,;]\s*|\s+/), label = rest.join(" ");
    const start = secondsOf(from), end = secondsOf(to), speech = isSpeech(label);
    if (!(end > start)) {
      throw badLine(path, "segments", number, `"${line}" is not: start, later end in seconds, label`);
    }
    if (speech === undefined) throw badLine(path, "segments", number, `"${label}" is no label that is known`);
    if (speech) segments.push({ start, end });
    last = Math.max(last, end);
    complete ||= !speech;
  }
  return { segments: joinSegments(segments), last: complete ? last : undefined };
}
