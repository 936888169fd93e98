import { refuseMasked } from "./_keras_masks.ts";
import { isObject, type KerasObject } from "./_keras_config.ts";

/** Where a tensor comes from: the layer, which of its calls, which of that call's outputs. */
export type Source = [layer: string, call: number, output: number];

/** One call of a layer, as Keras writes it. */
export interface KerasCall {
  args: unknown[];
  kwargs: Record<string, unknown>;
}

/** A layer of a graph, on either side. */
export type Placed<Call> = KerasObject & { name: string; inbound_nodes: Call[] };

const RECURRENT = new Set(["Bidirectional", "GRU", "LSTM", "SimpleRNN"]);

/** tfjs counts the making of a model as its first call; Keras doesn't. */
export function isModel(kind: string): boolean {
  return ["Sequential", "Model", "Functional"].includes(kind);
}

/** Whether a part of a graph is one of Keras's operations, which have no weights, in place of a layer. */
export function isOperation({ module }: KerasObject): boolean {
  return /\bops\b/.test(module ?? "");
}

/** A call for Keras, which finds the shapes itself; what follows a recurrent layer's input are its first states. */
export function callToKeras(kind: string, call: Source[]): KerasCall {
  const tensors = call.map((keras_history) => ({
    class_name: "__keras_tensor__",
    config: { keras_history, shape: [null], dtype: "float32" },
  }));
  if (RECURRENT.has(kind)) {
    const [input, ...states] = tensors;
    return { args: [input], kwargs: states.length > 0 ? { initial_state: states } : {} };
  }
  return { args: [tensors.length === 1 ? tensors[0] : tensors], kwargs: {} };
}

/**
 * A call for tfjs: the tensors that a layer is called on, in order.
 *
 * @throws {TypeError} when it is called with something that is no tensor, or with a mask of its own
 */
export function callFromKeras(name: string, { args, kwargs }: KerasCall): Source[] {
  const { mask: _, initial_state = null, inputs = [], sequences = [], ...rest } = kwargs;
  for (const [key, value] of Object.entries(rest)) {
    if (value !== null && value !== false) {
      throw new TypeError(
        `Cannot load ${name} as a layer that is called on tensors alone: its ${key} is given`,
      );
    }
  }
  return sourcesIn([inputs, sequences, args, initial_state], name);
}

function sourcesIn(value: unknown, name: string): Source[] {
  if (value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each) => sourcesIn(each, name));
  if (isTensor(value)) return [value.config.keras_history as Source];
  throw new TypeError(
    `Cannot load ${name} as a layer that is called on tensors alone: it is called on ${
      JSON.stringify(value)
    }`,
  );
}

function isTensor(value: unknown): value is KerasObject {
  return isObject(value) && value.class_name === "__keras_tensor__";
}

/**
 * A graph's layers without the operations that Keras makes masks with: `Embedding` and `Masking` hand them on here as well.
 *
 * @throws {TypeError} when another operation is in the graph, or a mask comes from elsewhere
 */
export function withoutMasks(layers: Placed<KerasCall>[], ends: Source[]): Placed<KerasCall>[] {
  const operations = new Map(layers.filter(isOperation).map((each) => [each.name, each]));
  for (const [from] of ends) refuseOperation(operations.get(from));
  const kept = layers.filter((layer) => !operations.has(layer.name));
  for (const layer of kept) {
    const { name, inbound_nodes } = layer;
    for (const call of inbound_nodes) {
      for (const [from] of callFromKeras(name, call)) refuseOperation(operations.get(from));
      for (const [from] of sourcesIn(call.kwargs.mask ?? null, name)) {
        refuseMasked(layer);
        if (["NotEqual", "Any"].includes(operations.get(from)?.class_name ?? "")) continue;
        throw new TypeError(`Cannot load ${name} as a layer with the mask of its input: ${from} is its mask`);
      }
    }
  }
  return kept;
}

function refuseOperation(operation: KerasObject | undefined): void {
  if (!operation) return;
  throw new TypeError(
    `Cannot load a model as Keras's layers alone: it has the operation ${operation.class_name}; put a layer in its place`,
  );
}
