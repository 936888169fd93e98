import { capitalised } from "./_capitalised.ts";

/** Breaks a speech into lines: verse of about ten syllables with a capital at the start, or prose that fills the line. */
export function speechLines(speech: string, { verse }: { verse: boolean }): string {
  const lines: string[] = [];
  let line = "";
  for (const word of speech.split(" ")) {
    const full = verse ? syllables(line) + syllables(word) > 10 : line.length + word.length > 60;
    if (full && line !== "") {
      lines.push(line);
      line = "";
    }
    line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].map((text) => verse ? capitalised(text) : text).join("\n");
}

/** Roughly: groups of vowels, without a silent e at the end. */
function syllables(text: string): number {
  return text.match(/[aeiouy]+(?!\b)|[aiouy]\b/g)?.length ?? 0;
}
