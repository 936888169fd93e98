import { Handles } from "./handles.ts";
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

/** Shapes whose primitives are kept. */
const limit = 16;
const plans = new Map<string, WindowRows>();

/**
 * The plan for a shape, made on its first use. Only the latest {@link limit} are kept, so ask again at each call.
 *
 * @throws {EngineError} when oneDNN has no primitive for it
 */
export function windowRows(shape: WindowRowsShape): WindowRows {
  const name = JSON.stringify(shape), plan = plans.get(name) ?? makePlan(shape);
  plans.delete(name);
  plans.set(name, plan); // the latest last
  const [oldest] = plans.keys();
  if (plans.size > limit) {
    plans.get(oldest!)!.free();
    plans.delete(oldest!);
  }
  return plan;
}

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
