import type { Attribute } from "./attributes.ts";
import { AttributeType, DataType } from "./types.ts";

/** A whole number, or a list of them. */
export const intAttribute = (name: string, value: number | readonly number[]): Attribute => ({
  name,
  type: AttributeType.int,
  value,
});

/** A string, or a list of them. */
export const stringAttribute = (name: string, value: string | readonly string[]): Attribute => ({
  name,
  type: AttributeType.string,
  value,
});

/** A truth value. */
export const boolAttribute = (name: string, value: boolean): Attribute => ({
  name,
  type: AttributeType.bool,
  value,
});

/** An attribute with an element type. */
export const typeAttribute = (name: string, type: number): Attribute => ({
  name,
  type: AttributeType.type,
  value: type,
});

/** `T` is float32: what most operations ask for. */
export const floatType: Attribute = typeAttribute("T", DataType.float32);
