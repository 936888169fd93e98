/** The value for "none": a text still reads its prompt, or it is complete. */
export const NONE = -1;

/** Texts side by side, one a row: which token each reads at a step, and which it writes. */
export class PromptRows {
  /** The steps until every row has its tokens. */
  readonly steps: number;
  /** The first step at which a row writes. */
  readonly first: number;
  /** The ids that the last step chose, [B]; `NONE` where none was. */
  readonly chosen: Int32Array;
  #ids: Int32Array;

  constructor(readonly prompts: readonly Int32Array[], readonly length: number) {
    const lengths = prompts.map((prompt) => prompt.length);
    this.first = Math.min(...lengths) - 1;
    this.steps = Math.max(...lengths) - 1 + length;
    this.chosen = new Int32Array(prompts.length);
    this.#ids = new Int32Array(prompts.length);
  }

  /** The ids to read, [B]: a token of the prompt, after it the token that was chosen, after the end anything. */
  reads(step: number): Int32Array {
    for (const [row, prompt] of this.prompts.entries()) {
      this.#ids[row] = step < prompt.length ? prompt[step]! : Math.max(this.chosen[row]!, 0);
    }
    return this.#ids;
  }

  /** Lets each row that writes at this step choose from its logits, [V] of [B, V]. */
  choose(step: number, logits: Float32Array, pick: (logits: Float32Array) => number): void {
    const size = logits.length / this.prompts.length;
    for (const [row, prompt] of this.prompts.entries()) {
      const written = step - (prompt.length - 1);
      const writes = written >= 0 && written < this.length;
      this.chosen[row] = writes ? pick(logits.subarray(row * size, (row + 1) * size)) : NONE;
    }
  }
}
