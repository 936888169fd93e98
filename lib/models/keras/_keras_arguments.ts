const weighted = (...kinds: string[]) =>
  kinds.flatMap((kind) => [`${kind}_initializer`, `${kind}_regularizer`, `${kind}_constraint`]);
const recurrent = [
  "units",
  "activation",
  "use_bias",
  ...weighted("kernel", "recurrent", "bias"),
  "dropout",
  "recurrent_dropout",
  "return_sequences",
  "return_state",
  "go_backwards",
  "stateful",
  "seed",
];
const gated = [...recurrent, "recurrent_activation"];
const dense = ["units", "activation", "use_bias", ...weighted("kernel", "bias")];
const convolution = [
  "filters",
  "kernel_size",
  "strides",
  "padding",
  "data_format",
  "dilation_rate",
  ...dense.slice(1),
];
const pooling = ["pool_size", "strides", "padding", "data_format"];

/** The layers that both sides have, with the arguments that both sides know. */
export const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  Activation: ["activation"],
  Add: [],
  Average: [],
  AveragePooling1D: pooling,
  AveragePooling2D: pooling,
  BatchNormalization: ["axis", "momentum", "epsilon", "center", "scale", ...weighted("beta", "gamma")],
  Bidirectional: ["layer", "merge_mode"],
  Concatenate: ["axis"],
  Conv1D: convolution,
  Conv2D: convolution,
  Dense: dense,
  Dropout: ["rate", "seed", "noise_shape"],
  Embedding: ["input_dim", "output_dim", "mask_zero", ...weighted("embeddings")],
  Flatten: ["data_format"],
  GRU: [...gated, "reset_after"],
  GlobalAveragePooling1D: [],
  GlobalAveragePooling2D: ["data_format"],
  GlobalMaxPooling1D: [],
  GlobalMaxPooling2D: ["data_format"],
  LSTM: [...gated, "unit_forget_bias"],
  LayerNormalization: ["axis", "epsilon", "center", "scale", "beta_initializer", "gamma_initializer"],
  Masking: ["mask_value"],
  MaxPooling1D: pooling,
  MaxPooling2D: pooling,
  Maximum: [],
  Minimum: [],
  Multiply: [],
  Normalization: ["axis", "invert", "mean", "variance"],
  Permute: ["dims"],
  RepeatVector: ["n"],
  Reshape: ["target_shape"],
  Resizing: ["height", "width", "interpolation"],
  SimpleRNN: recurrent,
  SpatialDropout1D: ["rate", "seed"],
  TimeDistributed: ["layer"],
};

/** Layers of this library itself, which have Keras 3's activations; the others are stock tfjs's. */
const OWN_ACTIVATIONS = new Set(["GRU", "LSTM", "SimpleRNN"]);

/** What stock tfjs's layers compute as Keras 3 does; its `hardSigmoid` is still Keras 2's. */
const STOCK_ACTIVATIONS = new Set(
  "elu gelu linear log_softmax mish relu relu6 selu sigmoid silu softmax softplus softsign tanh".split(" "),
);

/** Arguments that change no number, whatever their value. */
const HARMLESS = new Set([
  "name",
  "trainable",
  "dtype",
  "batch_input_shape", // tfjs's, of a first layer: the input layer has it
  "input_dtype",
  "input_length",
  "implementation",
  "unroll",
  "fill_mode", // of Resizing, with the arguments that are refused below
  "fill_value",
  "backward_layer", // looked at by itself
  "synchronized",
  "renorm_momentum",
  "moving_mean_initializer", // the values themselves are in the file
  "moving_variance_initializer",
]);

/** Values of other arguments that say what this library does anyway. */
const USUAL: Readonly<Record<string, unknown>> = { groups: 1, data_format: "channels_last" };

/**
 * Which arguments of a layer travel.
 *
 * @throws {TypeError} when the other side has no such layer, or an argument that only one side has is in use
 */
export function sharedArguments(
  kind: string,
  config: Record<string, unknown>,
  what: "save" | "load",
): readonly string[] {
  const known = ARGUMENTS[kind];
  if (!known) throw new TypeError(`Cannot ${what} a model as Keras's with a layer ${kind}: ${whyNot(kind)}`);
  for (const [key, value] of Object.entries(config)) {
    const plain = value === null || value === false || USUAL[key] === value;
    if (known.includes(key) || HARMLESS.has(key) || plain) continue;
    throw new TypeError(
      `Cannot ${what} ${config.name} as a ${kind} that both sides have: its ${key} is ${
        JSON.stringify(value)
      }`,
    );
  }
  if (!OWN_ACTIVATIONS.has(kind)) checkActivation(config, what);
  return known;
}

function checkActivation({ name, activation }: Record<string, unknown>, what: "save" | "load"): void {
  if (activation == null) return;
  const kind = typeof activation === "string" ? snakeCase(activation) : JSON.stringify(activation);
  if (STOCK_ACTIVATIONS.has(kind) || kind === "swish") return;
  throw new TypeError(
    `Cannot ${what} ${name} as a layer with an activation that both sides have: ${kind}; there are ${
      [...STOCK_ACTIVATIONS].join(", ")
    }`,
  );
}

function whyNot(kind: string): string {
  if (kind === "Lambda") return "it holds Python code, which is never run; put a layer in its place";
  if (kind === "PeepholeLSTM") return "Keras has none; saveModel and loadModel keep it";
  return `there are ${Object.keys(ARGUMENTS).join(", ")}`;
}

/** `fanAvg`, `FAN_AVG` and `fan_avg` are the same; so are `MaxPooling1D` and `max_pooling1d`. */
export function snakeCase(name: string): string {
  if (/^[A-Z_]+$/.test(name)) return name.toLowerCase();
  return name.replace(/(.)([A-Z][a-z0-9]+)/g, "$1_$2").replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase();
}
