import type { ContextOptions } from "./open_context.ts";

/** Where TensorFlow's library is and how its context is set up. */
export interface TensorFlowOptions extends ContextOptions {
  /** A library file, or a folder that holds it; @default the first that is found */
  library?: string;
}
