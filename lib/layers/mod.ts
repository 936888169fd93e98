/**
 * Recurrent layers with Keras's names, weights and numbers, and the layers that stock tfjs lacks or gets wrong.
 *
 * @module
 */
export { type Activation, getActivation } from "./activations.ts";
export type { Cell, CellOptions, MakeCell, PastStep, Rows, Step, StepGradient } from "./_cell.ts";
export { bidirectional, type BidirectionalOptions, type MergeMode } from "./bidirectional.ts";
export { dropout, type DropoutOptions } from "./dropout.ts";
export { embedding, type EmbeddingOptions } from "./embedding.ts";
export { gru, type GRUOptions } from "./gru.ts";
export { gruCell } from "./gru_cell.ts";
export { gruResetBeforeCell } from "./gru_reset_before_cell.ts";
export { logCompression, type LogCompressionOptions } from "./log_compression.ts";
export { lstm, type LSTMOptions } from "./lstm.ts";
export { lstmCell } from "./lstm_cell.ts";
export { type LSTMGates, lstmGates } from "./lstm_gates.ts";
export { type Normalization, normalization, type NormalizationOptions } from "./normalization.ts";
export { peepholeLSTM, type PeepholeLSTMOptions } from "./peephole_lstm.ts";
export { peepholeLSTMCell } from "./peephole_lstm_cell.ts";
export type { GatedOptions, RecurrentOptions } from "./recurrent_options.ts";
export { registerLayers } from "./register_layers.ts";
export { resizing, type ResizingOptions } from "./resizing.ts";
export { simpleRNN, type SimpleRNNOptions } from "./simple_rnn.ts";
export { simpleRNNCell } from "./simple_rnn_cell.ts";
export { windowConv1d, type WindowConv1DOptions } from "./window_conv1d.ts";
