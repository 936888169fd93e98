import { fromKeras, isObject, type KerasObject, modern, toKeras } from "./_keras_config.ts";
import {
  callFromKeras,
  callToKeras,
  isModel,
  type KerasCall,
  type Placed,
  type Source,
  withoutMasks,
} from "./_keras_graph.ts";
import { checkRowMasks } from "./_keras_masks.ts";

/**
 * A model's architecture as Keras 3 writes it.
 *
 * @param model tfjs's JSON of a row of layers or of a graph
 * @throws {TypeError} when Keras lacks one of its layers
 */
export function modelToKeras(model: KerasObject): KerasObject {
  const { name } = model.config;
  if (model.class_name === "Sequential") {
    const layers = withInput(model.config.layers as KerasObject[]).map(partToKeras);
    return modern("keras", "Sequential", { name, layers });
  }
  const layers = model.config.layers as Placed<Source[]>[], back = countingBack(layers, -1);
  const written = layers.map((layer) => ({
    ...partToKeras(layer),
    name: layer.name,
    inbound_nodes: layer.inbound_nodes.map((call) => callToKeras(layer.class_name, call.map(back))),
  }));
  const [input_layers, output_layers] = [model.config.input_layers, model.config.output_layers].map((ends) =>
    (ends as Source[]).map(back)
  );
  const config = { name, layers: written, input_layers, output_layers };
  return { ...modern("keras.src.models.functional", "Functional", config), registered_name: "Functional" };
}

/** A row with its input layer, which tfjs leaves out where the first layer has the shape. */
function withInput(row: KerasObject[]): KerasObject[] {
  const { dtype = "float32", batch_input_shape } = row[0]!.config;
  if (row[0]!.class_name === "InputLayer" || !batch_input_shape) return row;
  return [{ class_name: "InputLayer", config: { name: "input_layer", dtype, batch_input_shape } }, ...row];
}

function partToKeras(layer: KerasObject): KerasObject {
  if (isModel(layer.class_name)) return modelToKeras(layer);
  if (layer.class_name !== "InputLayer") return toKeras(layer);
  const { name, dtype, batch_input_shape } = layer.config;
  return modern("keras.layers", "InputLayer", { batch_shape: batch_input_shape, dtype, name });
}

/**
 * A model's architecture as tfjs reads it.
 *
 * @throws {TypeError} when it is no row of layers or graph, or has a part that this library lacks
 */
export function modelFromKeras({ class_name, config }: KerasObject): KerasObject {
  const { name } = config;
  if (class_name === "Sequential") return { class_name, config: { name, layers: rowFromKeras(config) } };
  if (class_name !== "Functional" && class_name !== "Model") {
    throw new TypeError(`Cannot load a Keras model as Sequential or Functional: it is ${class_name}`);
  }
  const [starts, ends] = [sourceList(config.input_layers), sourceList(config.output_layers)];
  const layers = withoutMasks(config.layers as Placed<KerasCall>[], ends), on = countingBack(layers, 1);
  const read = layers.map((layer) => ({
    ...partFromKeras(layer),
    name: layer.name,
    inbound_nodes: layer.inbound_nodes.map((call) =>
      callFromKeras(layer.name, call).map((source) => [...on(source), {}])
    ),
  }));
  const places = { input_layers: starts.map(on), output_layers: ends.map(on) };
  return { class_name: "Model", config: { name, layers: read, ...places } };
}

function rowFromKeras({ name, layers, build_input_shape }: Record<string, unknown>): KerasObject[] {
  const row = layers as KerasObject[];
  checkRowMasks(row);
  if (row[0]?.class_name === "InputLayer") return row.map(partFromKeras);
  if (!Array.isArray(build_input_shape)) {
    throw new TypeError(
      `Cannot load ${name} as a model that is built: it has no input shape. Begin it with keras.Input(shape)`,
    );
  }
  const input = modern("keras.layers", "InputLayer", {
    name: `${name}_input`,
    batch_shape: build_input_shape,
  });
  return [input, ...row].map(partFromKeras);
}

function partFromKeras(layer: KerasObject): KerasObject {
  if (isModel(layer.class_name)) return modelFromKeras(layer);
  if (layer.class_name !== "InputLayer") return fromKeras(layer);
  const { name, dtype, batch_shape, batch_input_shape = batch_shape } = layer.config;
  const kind = isObject(dtype) ? dtype.config.name : dtype;
  const read = /^u?int/.test(String(kind)) ? "int32" : kind === "bool" ? "bool" : "float32";
  return { class_name: "InputLayer", config: { name, dtype: read, batch_input_shape, sparse: false } };
}

/** Moves the calls of models within a graph to the other side's way of counting. */
function countingBack(layers: KerasObject[], by: 1 | -1): (source: Source) => Source {
  const models = new Set(layers.filter(({ class_name }) => isModel(class_name)).map(nameOf));
  return ([layer, call, output]) => [layer, models.has(layer) ? call + by : call, output];
}

function nameOf({ config }: KerasObject): string {
  return config.name as string;
}

/** One place, a list of them, or places by name. */
function sourceList(value: unknown): Source[] {
  if (!Array.isArray(value)) return Object.values(value as Record<string, Source>);
  return (typeof value[0] === "string" ? [value] : value) as Source[];
}
