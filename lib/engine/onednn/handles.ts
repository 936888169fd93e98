import { sizeOf } from "../../core/mod.ts";
import { anyLayout, Arg, columnScales, DataType, Query, scalesOf } from "./constants.ts";
import type { OneDNN } from "./open_library.ts";
import { check } from "./status.ts";
import type { Functions } from "./symbols.ts";

type Pointer = Deno.PointerValue;

/** Memory that oneDNN is told of: its own, or a tensor's by {@link Handles.bind}. */
export interface Memory {
  readonly handle: Pointer;
  readonly layout: Pointer;
}

/** A primitive's argument list, as its C API wants it: number and memory, 16 bytes each. */
export type Arguments = BigUint64Array<ArrayBuffer>;

/** What tells oneDNN to allocate memory itself; made when needed, since without permission for FFI it can't be. */
const ownMemory = (): Pointer => Deno.UnsafePointer.create(0xffffffffffffffffn);

/** Makes oneDNN's objects and frees all of them together. */
export class Handles {
  readonly functions: Functions;
  readonly #library: OneDNN;
  readonly #out = new BigUint64Array(1);
  readonly #cleanups: (() => void)[] = [];

  constructor(library: OneDNN) {
    this.#library = library;
    this.functions = library.functions;
  }

  /** Calls a function that writes a new handle, and gives the handle. */
  create(what: string, call: (out: BigUint64Array<ArrayBuffer>, engine: Pointer) => number): Pointer {
    check(what, call(this.#out, this.#library.engine));
    return Deno.UnsafePointer.create(this.#out[0]!);
  }

  /** A layout: float32 and plain, the last axis fastest, unless told otherwise. */
  layout(dims: readonly number[], strides = plainStrides(dims), type: number = DataType.f32): Pointer {
    const sizes = big(dims), steps = big(strides);
    return this.#layout(
      "dnnl_memory_desc_create_with_strides",
      (out) => this.functions.dnnl_memory_desc_create_with_strides(out, dims.length, sizes, type, steps),
    );
  }

  /** A layout that the primitive chooses. */
  anyLayout(dims: readonly number[], type: number): Pointer {
    return this.#layout(
      "dnnl_memory_desc_create_with_tag",
      (out) => this.functions.dnnl_memory_desc_create_with_tag(out, dims.length, big(dims), type, anyLayout),
    );
  }

  #layout(what: string, call: (out: BigUint64Array<ArrayBuffer>) => number): Pointer {
    const layout = this.create(what, call);
    this.#cleanups.push(() => this.functions.dnnl_memory_desc_destroy(layout));
    return layout;
  }

  /** Whether two layouts are the same. */
  equal(a: Pointer, b: Pointer): boolean {
    return this.functions.dnnl_memory_desc_equal(a, b) !== 0;
  }

  /** Memory of its own where `own`, else none until it is bound. */
  memory(layout: Pointer, own = false): Memory {
    const handle = this.create(
      "dnnl_memory_create",
      (out, engine) => this.functions.dnnl_memory_create(out, layout, engine, own ? ownMemory() : null),
    );
    this.#cleanups.push(() => this.functions.dnnl_memory_destroy(handle));
    return { handle, layout };
  }

  bytes(layout: Pointer): number {
    return Number(this.functions.dnnl_memory_desc_get_size(layout));
  }

  /** The layout that a primitive chose for an argument. */
  chosen(descriptor: Pointer, argument: number): Pointer {
    return this.functions.dnnl_primitive_desc_query_md(descriptor, Query.argument, argument);
  }

  workspace(descriptor: Pointer): Pointer {
    return this.functions.dnnl_primitive_desc_query_md(descriptor, Query.workspace, 0);
  }

  /** Keeps a primitive descriptor until {@link Handles.free}. */
  descriptor(what: string, call: (out: BigUint64Array<ArrayBuffer>, engine: Pointer) => number): Pointer {
    const descriptor = this.create(what, call);
    this.#cleanups.push(() => this.functions.dnnl_primitive_desc_destroy(descriptor));
    return descriptor;
  }

  primitive(descriptor: Pointer): Pointer {
    const primitive = this.create(
      "dnnl_primitive_create",
      (out) => this.functions.dnnl_primitive_create(out, descriptor),
    );
    this.#cleanups.push(() => this.functions.dnnl_primitive_destroy(primitive));
    return primitive;
  }

  /** Points a memory at a tensor's bytes. */
  bind(memory: Memory, data: Pointer): void {
    check("dnnl_memory_set_data_handle", this.functions.dnnl_memory_set_data_handle(memory.handle, data));
  }

  /** Where a memory's bytes are. */
  data(memory: Memory): Deno.PointerObject {
    check(
      "dnnl_memory_get_data_handle",
      this.functions.dnnl_memory_get_data_handle(memory.handle, this.#out),
    );
    return Deno.UnsafePointer.create(this.#out[0]!)!;
  }

  /** The bytes of a memory. */
  view(memory: Memory): Uint8Array {
    const bytes = this.bytes(memory.layout);
    return new Uint8Array(Deno.UnsafePointerView.getArrayBuffer(this.data(memory), bytes));
  }

  /** A run of a primitive with fixed arguments. */
  run(primitive: Pointer, pairs: readonly (readonly [argument: number, memory: Memory])[]): () => void {
    const { functions } = this, { stream } = this.#library, list = argumentList(pairs);
    return () =>
      check(
        "dnnl_primitive_execute",
        functions.dnnl_primitive_execute(primitive, stream, pairs.length, list),
      );
  }

  /** A run that copies from one layout to another, and multiplies a matrix's columns by their scales if there are some. */
  reorder(from: Memory, to: Memory, scales?: Memory): () => void {
    const attributes = scales ? this.#columnScales() : null;
    const descriptor = this.descriptor(
      "dnnl_reorder_primitive_desc_create",
      (out, engine) =>
        this.functions.dnnl_reorder_primitive_desc_create(
          ...[out, from.layout, engine, to.layout, engine, attributes] as const,
        ),
    );
    const more = scales ? [[Arg.from + scalesOf, scales] as const] : [];
    return this.run(this.primitive(descriptor), [[Arg.from, from], [Arg.to, to], ...more]);
  }

  #columnScales(): Pointer {
    const { functions } = this,
      attributes = this.create(
        "dnnl_primitive_attr_create",
        (out) => functions.dnnl_primitive_attr_create(out),
      );
    this.#cleanups.push(() => functions.dnnl_primitive_attr_destroy(attributes));
    check(
      "dnnl_primitive_attr_set_scales_mask",
      functions.dnnl_primitive_attr_set_scales_mask(attributes, Arg.from, columnScales),
    );
    return attributes;
  }

  /** Waits until everything asked for is done. */
  wait(): void {
    check("dnnl_stream_wait", this.functions.dnnl_stream_wait(this.#library.stream));
  }

  /** Frees everything that was made here. */
  free(): void {
    for (const cleanup of this.#cleanups.reverse()) cleanup();
    this.#cleanups.length = 0;
  }
}

function argumentList(pairs: readonly (readonly [number, Memory])[]): Arguments {
  return new BigUint64Array(
    pairs.flatMap(([argument, { handle }]) => [BigInt(argument), BigInt(Deno.UnsafePointer.value(handle))]),
  );
}

function big(numbers: readonly number[]): BigInt64Array<ArrayBuffer> {
  const result = new BigInt64Array(12);
  numbers.forEach((number, axis) => result[axis] = BigInt(number));
  return result;
}

function plainStrides(dims: readonly number[]): number[] {
  return dims.map((_, axis) => sizeOf(dims.slice(axis + 1)));
}
