/** TF_DataType: the numbers that TensorFlow's C API has for element types. */
export const DataType = {
  float32: 1,
  float64: 2,
  int32: 3,
  uint8: 4,
  int8: 6,
  string: 7,
  complex64: 8,
  int64: 9,
  bool: 10,
  resource: 20,
} as const;

/** Bytes of one element, by TF_DataType; a string's are those of its handle. */
export const elementBytes: Readonly<Record<number, number>> = {
  [DataType.float32]: 4,
  [DataType.float64]: 8,
  [DataType.int32]: 4,
  [DataType.uint8]: 1,
  [DataType.string]: 24,
  [DataType.complex64]: 8,
  [DataType.int64]: 8,
  [DataType.bool]: 1,
};

/** TF_AttrType: the kinds of attribute that an operation has. */
export const AttributeType = {
  string: 0,
  int: 1,
  float: 2,
  bool: 3,
  type: 4,
  shape: 5,
  resource: 99,
} as const;

/** What to call an element type in a message. */
export function dataTypeName(type: number): string {
  return Object.entries(DataType).find(([, number]) => number === type)?.[0] ?? `type ${type}`;
}
