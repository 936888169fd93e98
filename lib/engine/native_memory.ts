/** The float32 numbers at a pointer, where they are. */
export function floatsAt(pointer: Deno.PointerObject, count: number): Float32Array {
  return new Float32Array(Deno.UnsafePointerView.getArrayBuffer(pointer, 4 * count));
}

/** The int32 numbers at a pointer, where they are. */
export function integersAt(pointer: Deno.PointerObject, count: number): Int32Array {
  return new Int32Array(Deno.UnsafePointerView.getArrayBuffer(pointer, 4 * count));
}
