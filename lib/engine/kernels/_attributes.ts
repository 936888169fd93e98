import type { Attribute } from "../tensorflow/attributes.ts";
import { AttributeType } from "../tensorflow/types.ts";

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
