import type { AttributeWriter, Name } from "./attributes.ts";
import { check, type Native } from "./native.ts";

type Bytes = Uint8Array<ArrayBuffer>;
type Pointers = BigUint64Array<ArrayBuffer>;

/** Writes attributes to whichever eager operation `op` is at the moment. */
export class EagerWriter implements AttributeWriter {
  op: Deno.PointerValue = null;
  readonly #native: Native;

  constructor(native: Native) {
    this.#native = native;
  }

  string(name: Name, bytes: Bytes): void {
    this.#native.functions.TFE_OpSetAttrString(this.op, name, bytes, BigInt(bytes.length));
  }

  strings(name: Name, pointers: Pointers, lengths: Pointers): void {
    this.#native.functions.TFE_OpSetAttrStringList(this.op, name, pointers, lengths, pointers.length);
  }

  int(name: Name, value: bigint): void {
    this.#native.functions.TFE_OpSetAttrInt(this.op, name, value);
  }

  ints(name: Name, values: BigInt64Array<ArrayBuffer>): void {
    this.#native.functions.TFE_OpSetAttrIntList(this.op, name, values, values.length);
  }

  float(name: Name, value: number): void {
    this.#native.functions.TFE_OpSetAttrFloat(this.op, name, value);
  }

  floats(name: Name, values: Float32Array<ArrayBuffer>): void {
    this.#native.functions.TFE_OpSetAttrFloatList(this.op, name, values, values.length);
  }

  bool(name: Name, value: number): void {
    this.#native.functions.TFE_OpSetAttrBool(this.op, name, value);
  }

  bools(name: Name, values: Bytes): void {
    this.#native.functions.TFE_OpSetAttrBoolList(this.op, name, values, values.length);
  }

  type(name: Name, value: number): void {
    this.#native.functions.TFE_OpSetAttrType(this.op, name, value);
  }

  types(name: Name, values: Int32Array<ArrayBuffer>): void {
    this.#native.functions.TFE_OpSetAttrTypeList(this.op, name, values, values.length);
  }

  shape(name: Name, dimensions: BigInt64Array<ArrayBuffer>, rank: number): void {
    this.#native.functions.TFE_OpSetAttrShape(this.op, name, dimensions, rank, this.#native.status);
    check(this.#native, "TFE_OpSetAttrShape");
  }

  shapes(name: Name, pointers: Pointers, ranks: Int32Array<ArrayBuffer>): void {
    this.#native.functions.TFE_OpSetAttrShapeList(
      this.op,
      name,
      pointers,
      ranks,
      ranks.length,
      this.#native.status,
    );
    check(this.#native, "TFE_OpSetAttrShapeList");
  }
}
