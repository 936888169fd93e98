import { Handles } from "./handles.ts";
import { latest } from "./latest.ts";
import { openOneDNN } from "./open_library.ts";

type Pointer = Deno.PointerObject;

/** Rows of one signal that share no sample, and where they go. */
export interface WindowRowsShape {
  /** Rows, and numbers of each. */
  readonly rows: number;
  readonly width: number;
  /** Samples from one row's beginning to the next one's: `width` at least. */
  readonly step: number;
  /** Numbers from one row's beginning to the next one's where they are written. */
  readonly stride: number;
}

/** What one shape needs. */
export interface WindowRows {
  /** Writes `to[r · stride + i] = window[i] · from[r · step + i]`. */
  run(memory: Record<"from" | "window" | "to", Pointer>): void;
  free(): void;
}

/**
 * The plan for a shape, made on its first use. Only the latest sixteen are kept, so ask again at each call.
 *
 * @throws {EngineError} when oneDNN has no primitive for it
 */
export const windowRows: (shape: WindowRowsShape) => WindowRows = latest(16, makePlan);

function makePlan({ rows, width, step, stride }: WindowRowsShape): WindowRows {
  const handles = new Handles(openOneDNN()!);
  const from = handles.memory(handles.layout([rows, width], [step, 1]));
  const to = handles.memory(handles.layout([rows, width], [stride, 1]));
  const window = handles.memory(handles.layout([width]));
  const write = handles.reorder(from, to, window);
  return {
    run(memory) {
      handles.bind(from, memory.from);
      handles.bind(window, memory.window);
      handles.bind(to, memory.to);
      write();
    },
    free: () => handles.free(),
  };
}
