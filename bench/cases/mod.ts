import type { Case } from "./case.ts";
import { charGRU } from "./char_gru.ts";
import { charLSTM } from "./char_lstm.ts";
import { generation } from "./generation.ts";
import { imdbBiLSTM } from "./imdb_bilstm.ts";
import { imdbLSTM } from "./imdb_lstm.ts";
import { jenaGRU } from "./jena_gru.ts";
import { jenaGRUDropout } from "./jena_gru_dropout.ts";
import { languageCNN } from "./language_cnn.ts";
import { languageRNN } from "./language_rnn.ts";
import { longLoop } from "./long_loop.ts";
import { matmul } from "./matmul.ts";
import { smallOp } from "./small_op.ts";
import { vadLSTM } from "./vad_lstm.ts";
import { wordGRU } from "./word_gru.ts";

export type { Case, Precision, Prepared, Size, System } from "./case.ts";

/** Every case, in the order in which they are measured: the product first, because floors come from it. */
export const cases: readonly Case[] = [
  matmul,
  smallOp,
  charGRU,
  charLSTM,
  wordGRU,
  imdbLSTM,
  imdbBiLSTM,
  vadLSTM,
  languageRNN,
  languageCNN,
  jenaGRU,
  jenaGRUDropout,
  generation,
  longLoop,
];
