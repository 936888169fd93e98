import { sharedArguments, snakeCase } from "./_keras_arguments.ts";

/** A part of a model as JSON: a layer, an initialiser, a regulariser. */
export interface KerasObject {
  class_name: string;
  config: Record<string, unknown>;
  module?: string;
  registered_name?: null | string;
  /** Of a model that was compiled. */
  compile_config?: unknown;
}

/** Arguments whose value is a name, written with capitals by tfjs and with underscores by Keras. */
const NAMES = new Set([
  "activation",
  "recurrent_activation",
  "data_format",
  "padding",
  "mode",
  "distribution",
]);

/** Classes that the two sides, or older Keras, call by another name. */
const TO_TFJS: Readonly<Record<string, string>> = {
  LecunNormal: "LeCunNormal",
  LecunUniform: "LeCunUniform",
  OrthogonalInitializer: "Orthogonal",
};

/**
 * A layer as Keras 3 writes it, from tfjs's JSON.
 *
 * @throws {TypeError} when Keras or this library has no such layer, or it has an argument that Keras lacks
 */
export function toKeras(layer: KerasObject): KerasObject {
  const known = sharedArguments(layer.class_name, layer.config, "save");
  const { trainable, ...config } = pick(layer.config, known, valueToKeras); // not every layer of Keras takes it
  const frozen = trainable === false ? { trainable } : {};
  return modern("keras.layers", layer.class_name, { ...config, ...frozen });
}

function valueToKeras(key: string, value: unknown): unknown {
  if (value === "swish" && NAMES.has(key)) return "silu";
  if (typeof value === "string" && NAMES.has(key)) return snakeCase(value);
  if (!isObject(value)) return value;
  if (key === "layer") return toKeras(value);
  const inner = Object.entries(value.config).map((
    [key, value],
  ) => [snakeCase(key), valueToKeras(snakeCase(key), value)]);
  return modern(`keras.${key.split("_").at(-1)}s`, value.class_name, Object.fromEntries(inner));
}

/** What Keras writes for a part of its own. */
export function modern(module: string, class_name: string, config: Record<string, unknown>): KerasObject {
  return { module, class_name, config, registered_name: null };
}

/**
 * A layer as tfjs reads it, from Keras's JSON.
 *
 * @throws {TypeError} when this library has no such layer, or it has an argument that this library lacks
 */
export function fromKeras(layer: KerasObject): KerasObject {
  const { class_name, config } = layer, known = sharedArguments(class_name, config, "load");
  checkPrecision(config);
  if (class_name === "Bidirectional") checkBackward(config);
  return { class_name, config: pick(config, known, valueFromKeras) };
}

function pick(
  config: Record<string, unknown>,
  known: readonly string[],
  change: (key: string, value: unknown) => unknown,
): Record<string, unknown> {
  const entries = Object.entries(config).filter(([key]) => ["name", "trainable", ...known].includes(key));
  return Object.fromEntries(entries.map(([key, value]) => [key, change(key, value)]));
}

function valueFromKeras(key: string, value: unknown): unknown {
  if (value === "silu" && NAMES.has(key)) return "swish";
  if (key === "axis" && Array.isArray(value) && value.length === 1) return value[0];
  if (!isObject(value)) return value;
  const { class_name, config } = value, { l1 = 0, l2 = 0 } = config;
  if (key === "layer") return fromKeras(wrapped(value));
  if (["L1", "L2"].includes(class_name)) return { class_name: "L1L2", config: { l1, l2 } };
  const seed = typeof config.seed === "number" ? { seed: config.seed } : {};
  return { class_name: TO_TFJS[class_name] ?? class_name, config: { ...config, seed: null, ...seed } };
}

/** Both sides put `forward_` before the name of a wrapped layer, and have zeros in masked places within a wrapper. */
function wrapped({ config, ...layer }: KerasObject): KerasObject {
  const name = String(config.name).replace(/^forward_/, "");
  return { ...layer, config: { ...config, name, zero_output_for_mask: false } };
}

/** Keras can be given another layer for the way back; this library can't. */
function checkBackward({ name, layer, backward_layer }: Record<string, unknown>): void {
  if (!isObject(backward_layer) || !isObject(layer)) return;
  const comparable = (one: KerasObject) => {
    const { config, class_name } = fromKeras(wrapped(one)), { go_backwards, ...rest } = config;
    return { backwards: go_backwards, text: JSON.stringify([class_name, { ...rest, name: "" }]) };
  };
  const ahead = comparable(layer), back = comparable(backward_layer);
  if (ahead.text === back.text && ahead.backwards !== back.backwards) return;
  throw new TypeError(`Cannot load ${name} as the same layer both ways: its backward_layer is another one`);
}

/** Older files hold the name of the type, newer ones a policy. */
function checkPrecision({ name, dtype }: Record<string, unknown>): void {
  const kind = isObject(dtype) ? dtype.config.name : dtype;
  if (kind == null || kind === "float32") return;
  throw new TypeError(`Cannot load ${name} as a layer of float32 numbers: it is ${kind}`);
}

/** Whether a value is a part with a class. */
export function isObject(value: unknown): value is KerasObject {
  return typeof value === "object" && value !== null && "class_name" in value && "config" in value;
}
