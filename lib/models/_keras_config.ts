/** A part of a model as JSON: a layer, an initialiser, a regulariser. */
export interface KerasObject {
  class_name: string;
  config: Record<string, unknown>;
  module?: string;
  registered_name?: null;
}

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
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  Activation: ["activation"],
  AveragePooling1D: pooling,
  AveragePooling2D: pooling,
  BatchNormalization: ["axis", "momentum", "epsilon", "center", "scale", ...weighted("beta", "gamma")],
  Bidirectional: ["layer", "merge_mode"],
  Conv1D: convolution,
  Conv2D: convolution,
  Dense: dense,
  Dropout: ["rate", "seed", "noise_shape"],
  Embedding: ["input_dim", "output_dim", "mask_zero", ...weighted("embeddings")],
  Flatten: [],
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
  Normalization: ["axis", "invert", "mean", "variance"],
  Reshape: ["target_shape"],
  Resizing: ["height", "width", "interpolation"],
  SimpleRNN: recurrent,
  SpatialDropout1D: ["rate", "seed"],
  TimeDistributed: ["layer"],
};

/** Arguments whose value is a name, written with capitals by tfjs and with underscores by Keras. */
const NAMES = new Set([
  "activation",
  "recurrent_activation",
  "data_format",
  "padding",
  "mode",
  "distribution",
]);

/**
 * A layer as Keras 3 writes it, from tfjs's JSON.
 *
 * @throws {TypeError} when Keras or this library has no such layer
 */
export function toKeras(layer: KerasObject): KerasObject {
  const known = argumentsOf(layer.class_name, "save");
  const config = Object.entries(layer.config).filter(([key]) =>
    ["name", "trainable", ...known].includes(key)
  );
  return modern(
    "keras.layers",
    layer.class_name,
    Object.fromEntries(config.map(([key, value]) => [key, valueToKeras(key, value)])),
  );
}

function valueToKeras(key: string, value: unknown): unknown {
  if (typeof value === "string" && NAMES.has(key)) return snakeCase(value);
  if (!isObject(value)) return value;
  if (key === "layer") return toKeras(value);
  const inner = Object.entries(value.config).map((
    [key, value],
  ) => [snakeCase(key), valueToKeras(snakeCase(key), value)]);
  return modern(`keras.${key.split("_").at(-1)}s`, value.class_name, Object.fromEntries(inner));
}

function modern(module: string, class_name: string, config: Record<string, unknown>): KerasObject {
  return { module, class_name, config, registered_name: null };
}

/**
 * A layer as tfjs reads it, from Keras's JSON.
 *
 * @throws {TypeError} when this library has no such layer
 */
export function fromKeras(layer: KerasObject): KerasObject {
  const known = argumentsOf(layer.class_name, "load");
  const config = Object.entries(layer.config).filter(([key]) =>
    ["name", "trainable", ...known].includes(key)
  );
  return {
    class_name: layer.class_name,
    config: Object.fromEntries(config.map(([key, value]) => [key, valueFromKeras(key, value)])),
  };
}

function valueFromKeras(key: string, value: unknown): unknown {
  if (!isObject(value)) return value;
  const { class_name, config } = value, { l1 = 0, l2 = 0 } = config;
  if (key === "layer") return fromKeras(value);
  if (["L1", "L2"].includes(class_name)) return { class_name: "L1L2", config: { l1, l2 } };
  return { class_name, config };
}

function argumentsOf(kind: string, what: "save" | "load"): readonly string[] {
  const known = ARGUMENTS[kind];
  if (known) return known;
  throw new TypeError(
    `Cannot ${what} a model as Keras's with a layer ${kind}: there are ${Object.keys(ARGUMENTS).join(", ")}`,
  );
}

function isObject(value: unknown): value is KerasObject {
  return typeof value === "object" && value !== null && "class_name" in value && "config" in value;
}

/** `fanAvg`, `FAN_AVG` and `fan_avg` are the same; so are `MaxPooling1D` and `max_pooling1d`. */
export function snakeCase(name: string): string {
  if (/^[A-Z_]+$/.test(name)) return name.toLowerCase();
  return name.replace(/(.)([A-Z][a-z0-9]+)/g, "$1_$2").replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase();
}
