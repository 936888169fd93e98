import type { Vocabulary } from "../text/mod.ts";
import type { NextTokenModel, RecurrentState } from "./next_token_model.ts";

/** A model with the vocabulary that it was trained on. */
export interface TextWriter<State extends RecurrentState = RecurrentState> {
  /** Says what comes next. */
  model: NextTokenModel<State>;
  /** What its ids mean; its size is the width of the logits. */
  vocabulary: Vocabulary;
}
