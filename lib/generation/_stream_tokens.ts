import { setImmediate } from "node:timers/promises";
import { assertShape } from "../core/mod.ts";
import { tf } from "../engine/mod.ts";
import { PromptRows } from "./_prompt_rows.ts";
import type { NextTokenModel, RecurrentState } from "./next_token_model.ts";
import type { Picker } from "./picker.ts";

/** What `streamTokens` needs. */
export interface TokenStream<State extends RecurrentState> {
  model: NextTokenModel<State>;
  prompts: readonly Int32Array[];
  length: number;
  size: number;
  pick: Picker;
  signal?: AbortSignal;
}

/** Milliseconds after which others get a turn: signals, progress cards, the stop button. */
const TURN = 100;

/**
 * Reads the prompts and writes `length` tokens after each, one a step: yields the ids that were chosen, [B], `NONE` where
 * none was. Texts with shorter prompts begin and end earlier. The yielded array is used again.
 */
export async function* streamTokens<State extends RecurrentState>(
  { model, prompts, length, size, pick, signal }: TokenStream<State>,
): AsyncGenerator<Int32Array> {
  const rows = new PromptRows(prompts, length);
  let state = tf.tidy(() => model.start(prompts.length)), turn = performance.now();
  try {
    for (let step = 0; step < rows.steps && !signal?.aborted; step++) {
      const next = advance(model, rows.reads(step), state);
      state = replaced(state, next.state);
      using logits = owned(next.logits, [prompts.length, size]);
      if (step < rows.first) continue;
      rows.choose(step, logits.values(), pick);
      yield rows.chosen;
      if (performance.now() - turn < TURN) continue;
      await setImmediate();
      turn = performance.now();
    }
  } finally {
    tf.dispose(state);
  }
}

/** One step; what it makes on its way is disposed of. */
function advance<State extends RecurrentState>(model: NextTokenModel<State>, ids: Int32Array, state: State) {
  let next: ReturnType<typeof model.step> | undefined;
  tf.tidy(() => {
    next = model.step(ids, state);
    return [next.logits, ...tensorsOf(next.state)];
  });
  return next!;
}

/** Logits that are disposed of at the end of the block; only then may their memory be used again. */
function owned(logits: tf.Tensor2D, shape: number[]) {
  return {
    values: () => {
      assertShape(logits.shape, shape, "logits");
      return logits.dataSync<"float32">();
    },
    [Symbol.dispose]: () => logits.dispose(),
  };
}

/** Disposes of what the old state does not share with the new one. */
function replaced<State extends RecurrentState>(old: State, fresh: State): State {
  const kept = new Set(tensorsOf(fresh));
  for (const tensor of tensorsOf(old)) if (!kept.has(tensor)) tensor.dispose();
  return fresh;
}

function tensorsOf(state: RecurrentState): tf.Tensor[] {
  return state instanceof tf.Tensor ? [state] : Object.values(state);
}
