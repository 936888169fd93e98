import { sizeOf } from "../../core/mod.ts";
import { check, cString, type Native } from "./native.ts";
import { allocateTensor, emptyTensor, type TensorSource, toHandle } from "./memory.ts";
import { readStrings, stringTensor } from "./strings.ts";
import { DataType, dataTypeName, elementBytes } from "./types.ts";

/** What a tensor of each type is read into. */
export type TensorValues = Float32Array | Int32Array | Uint8Array | BigInt64Array | Uint8Array[];

/** A tensor as tfjs's backend wants to know it. */
export interface TensorInfo {
  id: number;
  shape: number[];
  dtype: number;
}

/** Memory of a tensor while somebody writes or reads it. */
export interface Borrowed {
  readonly pointer: Deno.PointerObject;
  readonly bytes: number;
  release(): void;
}

/** TensorFlow's tensors by number: nothing above this file sees a handle. */
export class Tensors {
  /** Resources that hold the same memory as a tensor, by its number: they go when it goes. */
  readonly resources = new Map<number, Deno.PointerObject>();
  readonly #native: Native;
  readonly #handles = new Map<number, Deno.PointerObject>();
  #next = 0;

  constructor(native: Native) {
    this.#native = native;
  }

  /** How many there are. */
  get count(): number {
    return this.#handles.size;
  }

  create(shape: readonly number[], dtype: number, source: TensorSource): number {
    if (dtype === DataType.string) return this.adopt(stringTensor(this.#native, shape, source));
    const native = this.#native, bytes = bytesOf(source, shape, dtype);
    const tensor = allocateTensor(native, shape, dtype);
    if (bytes.length > 0) view(native.functions.TF_TensorData(tensor)!, bytes.length).set(bytes);
    return this.adopt(onDevice(native, toHandle(native, tensor), dtype));
  }

  /** Takes a native handle into the table. */
  adopt(handle: Deno.PointerValue): number {
    this.#handles.set(this.#next, handle!);
    return this.#next++;
  }

  /** A tensor's native handle. */
  handle(id: number): Deno.PointerObject {
    const found = this.#handles.get(id);
    if (found) return found;
    throw new RangeError(`Cannot use tensor ${id} as a live tensor: it was disposed or never made`);
  }

  /** Shape and type of a tensor. */
  describe(id: number): TensorInfo {
    return describe(this.#native, id, this.handle(id));
  }

  /** A second number for the same memory, which lives until it is removed as well. */
  share(id: number): number {
    const { functions, status } = this.#native;
    const copy = functions.TFE_TensorHandleCopySharingTensor(this.handle(id), status);
    check(this.#native, "TFE_TensorHandleCopySharingTensor");
    return this.adopt(copy);
  }

  read(id: number): TensorValues {
    const { functions } = this.#native, dtype = functions.TFE_TensorHandleDataType(this.handle(id));
    const { pointer, bytes, release } = this.borrow(id);
    try {
      return dtype === DataType.string
        ? readStrings(functions, pointer, bytes)
        : values(dtype, pointer, bytes);
    } finally {
      release();
    }
  }

  /** A tensor's own memory, valid until `release` is called. */
  borrow(id: number): Borrowed {
    const { functions, status } = this.#native;
    const tensor = functions.TFE_TensorHandleResolve(this.handle(id), status);
    check(this.#native, "TFE_TensorHandleResolve");
    return {
      pointer: functions.TF_TensorData(tensor)!,
      bytes: Number(functions.TF_TensorByteSize(tensor)),
      release: () => functions.TF_DeleteTensor(tensor),
    };
  }

  /**
   * A tensor whose values are whatever its memory held: from TensorFlow's own pool, so that no page has to be fetched anew.
   *
   * @throws {TypeError} on a GPU: what is borrowed of its memory is a copy, and what native code writes there is lost
   */
  empty(shape: readonly number[], dtype: number): number {
    const { isGpu, device } = this.#native;
    if (isGpu) {
      throw new TypeError(`Cannot run native code as on the processor's memory: tensors are on ${device}`);
    }
    return this.adopt(emptyTensor(this.#native, shape, dtype));
  }

  remove(id: number): void {
    const { functions } = this.#native, resource = this.resources.get(id);
    functions.TFE_DeleteTensorHandle(this.handle(id));
    if (resource) functions.TFE_DeleteTensorHandle(resource);
    this.resources.delete(id);
    this.#handles.delete(id);
  }
}

/** Shape and type of a native handle under its number. */
export function describe(native: Native, id: number, pointer: Deno.PointerValue): TensorInfo {
  const { functions: tf, status } = native;
  const shape = new Array<number>(tf.TFE_TensorHandleNumDims(pointer, status));
  for (let axis = 0; axis < shape.length; axis++) {
    shape[axis] = Number(tf.TFE_TensorHandleDim(pointer, axis, status));
  }
  return { id, shape, dtype: tf.TFE_TensorHandleDataType(pointer) };
}

/** On a GPU, moves what kernels expect there: all but int32 and strings, as tfjs-node does. */
function onDevice(native: Native, made: Deno.PointerValue, dtype: number): Deno.PointerValue {
  if (!native.isGpu || dtype === DataType.int32 || dtype === DataType.string) return made;
  const { functions: tf, context, device, status } = native;
  const moved = tf.TFE_TensorHandleCopyToDevice(made, context, cString(device), status);
  tf.TFE_DeleteTensorHandle(made);
  check(native, "TFE_TensorHandleCopyToDevice");
  return moved;
}

function view(pointer: Deno.PointerObject, bytes: number): Uint8Array {
  return new Uint8Array(Deno.UnsafePointerView.getArrayBuffer(pointer, bytes));
}

function values(dtype: number, pointer: Deno.PointerObject, bytes: number): TensorValues {
  const copy = bytes > 0
    ? Deno.UnsafePointerView.getArrayBuffer(pointer, bytes).slice(0)
    : new ArrayBuffer(0);
  switch (dtype) {
    case DataType.float32:
    case DataType.complex64:
      return new Float32Array(copy);
    case DataType.int32:
      return new Int32Array(copy);
    case DataType.int64:
      return new BigInt64Array(copy);
    case DataType.bool:
    case DataType.uint8:
    case DataType.resource:
      return new Uint8Array(copy);
  }
  throw new TypeError(`Cannot read a tensor as JavaScript values: its type is ${dataTypeName(dtype)}`);
}

type NumberArray = Float32Array | Int32Array | Uint8Array | BigInt64Array;

/** The bytes of a source, converted where it isn't of the tensor's type yet, and checked against the shape. */
function bytesOf(source: TensorSource, shape: readonly number[], dtype: number): Uint8Array {
  const array = typed(source, dtype), width = elementBytes[dtype] ?? 1, size = sizeOf(shape);
  if (array.byteLength !== size * width) {
    throw new TypeError(
      `Cannot make a tensor as ${dataTypeName(dtype)} [${shape.join(", ")}]: ` +
        `${size} values fit, ${array.byteLength / width} were given`,
    );
  }
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function typed(source: TensorSource, dtype: number): NumberArray {
  switch (dtype) {
    case DataType.float32:
    case DataType.complex64:
      return source instanceof Float32Array ? source : Float32Array.from(source as ArrayLike<number>);
    case DataType.int32:
      return source instanceof Int32Array ? source : Int32Array.from(source as ArrayLike<number>);
    case DataType.int64: // an Int32Array holds low and high halves: tfjs-node's Int64Scalar
      if (source instanceof Int32Array || source instanceof BigInt64Array) return source;
      return BigInt64Array.from(source as ArrayLike<bigint>, BigInt);
    case DataType.bool:
    case DataType.uint8:
      return source instanceof Uint8Array ? source : Uint8Array.from(source as ArrayLike<number>);
  }
  throw new TypeError(`Cannot make a tensor as ${dataTypeName(dtype)}: no JavaScript array holds that type`);
}
