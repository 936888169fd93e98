import type { tf } from "../engine/mod.ts";

/** What a model keeps from one token to the next: tensors, alone, in an array or in an object. */
export type RecurrentState = tf.Tensor | tf.Tensor[] | Record<string, tf.Tensor>;

/**
 * A model that reads one token of each text of a batch and says what comes next. Any model that can do this generates text:
 * the state stays on its device, only the logits come back.
 */
export interface NextTokenModel<State extends RecurrentState = RecurrentState> {
  /** The state before the first token, for `batch` texts side by side. */
  start(batch: number): State;
  /**
   * Reads one token of each text, ids [B], and returns the logits of the next, [B, V], with the new state (probabilities need
   * `fromProbabilities`). It may dispose of the state that it was given or use it again; what is left of it the caller
   * disposes of, and the logits too. It runs inside `tf.tidy`: what it makes on its way needs no care, what it keeps for
   * later steps needs `tf.keep`.
   */
  step(ids: Int32Array, state: State): { logits: tf.Tensor2D; state: State };
}
