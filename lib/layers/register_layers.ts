import { Bidirectional } from "./bidirectional.ts";
import { register } from "./_register.ts";
import { Dropout } from "./dropout.ts";
import { Embedding } from "./embedding.ts";
import { GRU } from "./gru.ts";
import { LogCompression } from "./log_compression.ts";
import { LSTM } from "./lstm.ts";
import { Normalization } from "./normalization.ts";
import { PeepholeLSTM } from "./peephole_lstm.ts";
import { Resizing } from "./resizing.ts";
import { SimpleRNN } from "./simple_rnn.ts";
import { WindowConv1D } from "./window_conv1d.ts";

/**
 * Makes saved models open with this library's layers in place of stock tfjs's of the same names. Each layer's own
 * function does it for that layer; call this before a model is loaded that none of them made.
 *
 * @example
 * ```ts
 * import { tf } from "unroll/engine/mod.ts";
 * import { registerLayers } from "unroll/layers/mod.ts";
 * registerLayers();
 * ```
 */
export function registerLayers(): void {
  for (const layer of [Bidirectional, GRU, LSTM, PeepholeLSTM, SimpleRNN]) register(layer);
  for (const layer of [Dropout, Embedding, LogCompression, Normalization, Resizing, WindowConv1D]) {
    register(layer);
  }
}
