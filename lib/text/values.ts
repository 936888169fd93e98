/** Numbers with a shape: what a tensor is made from, or what a native step takes as it is. */
export interface Values<T extends Int32Array | Float32Array = Int32Array | Float32Array> {
  /** Row by row. */
  values: T;
  /** The dimensions; their product is the length of `values`. */
  shape: number[];
}
