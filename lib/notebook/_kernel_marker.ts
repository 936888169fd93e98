/** What the worker of `_kernel_listener.ts` is told: where to listen, and the memory in which it answers. */
export interface Assignment {
  hostname: string;
  port: number;
  /** Three int32: at {@linkcode MARKER}, {@linkcode STATE} and {@linkcode FRAMES}. */
  memory: SharedArrayBuffer;
}

/** Index of the last marker that was published. */
export const MARKER = 0;
/** Index of the worker's state: 0 while it starts, 1 when it listens, -1 when it can't. */
export const STATE = 1;
/** Index of a count that grows while messages come. */
export const FRAMES = 2;
/** Begins the name of a marker, which its number follows. */
export const PREFIX = "unroll-marker-";
