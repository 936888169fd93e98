import { cString } from "./native.ts";
import { AttributeType } from "./types.ts";

/** An attribute as tfjs-node's kernels give it: a value, or a list of values, of one of {@link AttributeType}. */
export interface Attribute {
  readonly name: string;
  readonly type: number;
  // deno-lint-ignore no-explicit-any
  readonly value: any;
}

/** What writes attributes: an eager operation or a graph's, which differ only in the functions called. */
export interface AttributeWriter {
  string(name: Name, bytes: Uint8Array<ArrayBuffer>): void;
  strings(name: Name, pointers: BigUint64Array<ArrayBuffer>, lengths: BigUint64Array<ArrayBuffer>): void;
  int(name: Name, value: bigint): void;
  ints(name: Name, values: BigInt64Array<ArrayBuffer>): void;
  float(name: Name, value: number): void;
  floats(name: Name, values: Float32Array<ArrayBuffer>): void;
  bool(name: Name, value: number): void;
  bools(name: Name, values: Uint8Array<ArrayBuffer>): void;
  type(name: Name, value: number): void;
  types(name: Name, values: Int32Array<ArrayBuffer>): void;
  shape(name: Name, dimensions: BigInt64Array<ArrayBuffer>, rank: number): void;
  shapes(name: Name, pointers: BigUint64Array<ArrayBuffer>, ranks: Int32Array<ArrayBuffer>): void;
}

/** A name as a C string. */
export type Name = Uint8Array<ArrayBuffer>;

/** A shape whose rank or some of whose sizes (-1) are not known. */
type Shape = readonly number[] | null;

const encoder = new TextEncoder();

/**
 * Writes one attribute.
 *
 * @throws {TypeError} when the attribute is of a type that operations don't have
 */
export function writeAttribute(writer: AttributeWriter, { name, type, value }: Attribute): void {
  const key = cString(name), list = Array.isArray(value);
  switch (type) {
    case AttributeType.string:
      return list ? writeStrings(writer, key, value) : writer.string(key, bytesOf(value));
    case AttributeType.int:
      return list ? writer.ints(key, BigInt64Array.from(value, whole)) : writer.int(key, whole(value));
    case AttributeType.float:
      return list ? writer.floats(key, Float32Array.from(value)) : writer.float(key, value);
    case AttributeType.bool:
      return list ? writer.bools(key, Uint8Array.from(value, Number)) : writer.bool(key, value ? 1 : 0);
    case AttributeType.type:
      return list ? writer.types(key, Int32Array.from(value)) : writer.type(key, value);
    case AttributeType.shape:
      return list && (value[0] === null || Array.isArray(value[0]))
        ? writeShapes(writer, key, value)
        : writer.shape(key, dimensions(value), value === null ? -1 : value.length);
  }
  throw new TypeError(`Cannot set attribute ${name} as one of TensorFlow's types: its type is ${type}`);
}

/** A whole number as tfjs-node's add-on takes one: what lies behind the point is cut off (a seed may have such). */
function whole(value: number | bigint): bigint {
  return typeof value === "bigint" ? value : BigInt(Math.trunc(value));
}

function writeStrings(writer: AttributeWriter, key: Name, values: string[]): void {
  const parts = values.map(bytesOf);
  const lengths = BigUint64Array.from(parts, (part) => BigInt(part.length));
  writer.strings(key, BigUint64Array.from(parts, address), lengths);
  keepAlive(parts);
}

function writeShapes(writer: AttributeWriter, key: Name, shapes: Shape[]): void {
  const parts = shapes.map(dimensions);
  const ranks = Int32Array.from(shapes, (shape) => shape === null ? -1 : shape.length);
  writer.shapes(key, BigUint64Array.from(parts, address), ranks);
  keepAlive(parts);
}

/** TensorFlow's 64-bit dimensions; one unused where there are none, since an empty buffer has no address. */
export function dimensions(shape: Shape): BigInt64Array<ArrayBuffer> {
  return shape && shape.length > 0 ? BigInt64Array.from(shape, BigInt) : new BigInt64Array(1);
}

/** Strings needn't be text: one may come as bytes. */
function bytesOf(value: string | Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = typeof value === "string" ? encoder.encode(value) : new Uint8Array(value);
  return bytes.length > 0 ? bytes : new Uint8Array(0);
}

function address(part: Uint8Array<ArrayBuffer> | BigInt64Array<ArrayBuffer>): bigint {
  return part.byteLength > 0 ? Deno.UnsafePointer.value(Deno.UnsafePointer.of(part)) : 0n;
}

/** An address doesn't keep its buffer: the parts must be reachable until the native call has returned. */
function keepAlive(parts: unknown[]): void {
  kept.parts = parts;
}

const kept: { parts: unknown[] } = { parts: [] };
