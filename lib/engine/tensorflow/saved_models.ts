import { EngineError } from "../engine_error.ts";
import { check, cString, type Native } from "./native.ts";
import { toHandle } from "./memory.ts";
import { describe, type TensorInfo, type Tensors } from "./tensors.ts";

/** SavedModels by number: TensorFlow's folders of a graph and its weights, as tfjs-node's `tf.node.loadSavedModel` uses them. */
export interface SavedModels {
  readonly count: number;
  /** Loads a folder; `tags` are separated by commas. */
  load(folder: string, tags: string): number;
  /** Runs from and to named tensors, such as `serving_default_x:0`, separated by commas. */
  run(id: number, inputs: readonly number[], inputNames: string, outputNames: string): TensorInfo[];
  remove(id: number): void;
}

interface Loaded {
  readonly session: Deno.PointerObject;
  readonly graph: Deno.PointerObject;
}

/** Makes the table of SavedModels for one context. */
export function savedModelTable(native: Native, tensors: Tensors): SavedModels {
  const loaded = new Map<number, Loaded>();
  let next = 0;
  const model = (id: number): Loaded => {
    const found = loaded.get(id);
    if (!found) {
      throw new RangeError(`Cannot use SavedModel ${id} as a loaded one: it was deleted or never loaded`);
    }
    return found;
  };
  return {
    get count() {
      return loaded.size;
    },
    load(folder, tags) {
      loaded.set(next, load(native, folder, tags.split(",")));
      return next++;
    },
    run: (id, inputs, inputNames, outputNames) =>
      run(native, tensors, model(id), inputs, names(inputNames), names(outputNames)),
    remove(id) {
      const { session, graph } = model(id);
      native.functions.TF_DeleteSession(session, native.status);
      native.functions.TF_DeleteGraph(graph);
      loaded.delete(id);
      check(native, "TF_DeleteSession");
    },
  };
}

function names(list: string): string[] {
  return list.split(",").filter((name) => name.length > 0);
}

function load(native: Native, folder: string, tags: string[]): Loaded {
  const { functions: tf, status } = native;
  const options = tf.TF_NewSessionOptions(), graph = tf.TF_NewGraph()!;
  const tagBytes = tags.map(cString), pointers = BigUint64Array.from(tagBytes, addressOf);
  const session = tf.TF_LoadSessionFromSavedModel(
    options,
    null,
    new TextEncoder().encode(folder + "\0"),
    pointers,
    tags.length,
    graph,
    null,
    status,
  );
  tf.TF_DeleteSessionOptions(options);
  if (!session) tf.TF_DeleteGraph(graph);
  check(native, "TF_LoadSessionFromSavedModel", () => ` on ${folder} with tags ${tags.join(", ")}`);
  return { session: session!, graph };
}

function run(
  native: Native,
  tensors: Tensors,
  model: Loaded,
  inputs: readonly number[],
  inputNames: string[],
  outputNames: string[],
): TensorInfo[] {
  if (inputs.length !== inputNames.length) {
    throw new TypeError(
      `Cannot run a SavedModel as ${inputNames.join(", ")} -> …: ${inputs.length} inputs were given`,
    );
  }
  const { functions: tf, status } = native;
  const places = [inputNames, outputNames].map((list) => outputs(native, model.graph, list));
  const values = inputs.map((id) => tf.TFE_TensorHandleResolve(tensors.handle(id), status));
  const results = new BigUint64Array(outputNames.length);
  const given = BigUint64Array.from(values, (value) => Deno.UnsafePointer.value(value));
  tf.TF_SessionRun(
    model.session,
    null,
    places[0]!,
    given,
    values.length,
    places[1]!,
    results,
    results.length,
    null,
    0,
    null,
    status,
  );
  for (const value of values) tf.TF_DeleteTensor(value);
  check(native, "TF_SessionRun", () => ` from ${inputNames.join(", ")} to ${outputNames.join(", ")}`);
  return Array.from(results, (result) => {
    const handle = toHandle(native, Deno.UnsafePointer.create(result));
    return describe(native, tensors.adopt(handle), handle);
  });
}

/** An array of TF_Output: operation and index, 16 bytes each. */
function outputs(native: Native, graph: Deno.PointerObject, list: string[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(16 * Math.max(list.length, 1)), view = new DataView(bytes.buffer);
  list.forEach((name, index) => {
    const [operation = "", output = "0"] = name.split(":");
    const found = native.functions.TF_GraphOperationByName(graph, cString(operation));
    if (!found) {
      throw new EngineError("TF_GraphOperationByName", "NOT_FOUND", `Cannot find ${name} in the SavedModel`);
    }
    view.setBigUint64(16 * index, Deno.UnsafePointer.value(found), true);
    view.setInt32(16 * index + 8, Number(output), true);
  });
  return bytes;
}

function addressOf(bytes: Uint8Array<ArrayBuffer>): bigint {
  return Deno.UnsafePointer.value(Deno.UnsafePointer.of(bytes));
}
