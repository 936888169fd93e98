import type { Handles, Memory } from "./handles.ts";

type Pointer = Deno.PointerValue;

/** A tensor's memory and the memory that a primitive wants for it: the same, or a copy in another layout or precision. */
export interface Port {
  /** What the primitive is given. */
  readonly memory: Memory;
  /** Points it at a tensor. */
  bind(tensor: Pointer): void;
  /** Copies the tensor into the primitive's memory, where that is another. */
  load(): void;
  /** Copies the primitive's memory into the tensor, where that is another. */
  store(): void;
  /** Sets the primitive's memory to zero. */
  clear(): void;
}

/**
 * Makes a port.
 *
 * @param handles owns what is made
 * @param plain the tensor's layout
 * @param wanted the primitive's
 */
export function makePort(handles: Handles, plain: Pointer, wanted = plain): Port {
  const tensor = handles.memory(plain), same = handles.equal(plain, wanted);
  const memory = same ? tensor : handles.memory(wanted, true), nothing = (): void => {};
  const loading = lazily(() => same ? nothing : handles.reorder(tensor, memory));
  const storing = lazily(() => same ? nothing : handles.reorder(memory, tensor));
  const own = lazily(() => handles.view(memory));
  return {
    memory,
    bind: (data) => handles.bind(tensor, data),
    load: () => loading()(),
    store: () => storing()(),
    clear: () => void (same ? handles.view(memory) : own()).fill(0),
  };
}

/** Makes something at its first use. */
export function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
