import type { Split, SpokenLanguage } from "../speech/speech_dataset.ts";

/** Counts what is left out, each thing once however often it is met. */
export class Skipped {
  /** How many, by the reason. */
  readonly counts: Map<string, number> = new Map();
  #met = new Set<string>();

  /** Counts one thing of a part: its name or number there. */
  add(reason: string, part: { language: SpokenLanguage; split: Split }, thing: string | number): void {
    const key = `${reason} ${part.language} ${part.split} ${thing}`;
    if (this.#met.has(key)) return;
    this.#met.add(key);
    this.counts.set(reason, (this.counts.get(reason) ?? 0) + 1);
  }
}
