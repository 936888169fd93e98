import type { NativeRun } from "../recording/tape.ts";
import { Arg, gradientOf, Pass, Pool } from "./constants.ts";
import { Handles } from "./handles.ts";
import { latest } from "./latest.ts";
import { openOneDNN } from "./open_library.ts";

/** A max pool over images [N, H, W, C]. */
export interface MaxPoolShape {
  readonly batch: number;
  readonly channels: number;
  /** [H, W] of the input, of the output, of the window, of its steps, and what is added before the first row and column. */
  readonly input: readonly [number, number];
  readonly output: readonly [number, number];
  readonly window: readonly [number, number];
  readonly stride: readonly [number, number];
  readonly before: readonly [number, number];
}

/** What one shape needs: the native run, and what frees it. */
interface Plan {
  readonly run: NativeRun;
  free(): void;
}

/**
 * The gradient of a max pool on oneDNN: where TensorFlow's own visits every window on one core, this finds the places of the
 * maxima again (x to a workspace) and writes dy to them on all cores.
 *
 * @param shape the pool
 * @returns a native run from [x, dy] to [dx]; where a window has several maxima, the first gets all of dy
 * @throws {EngineError} when oneDNN has no primitive for it
 */
export function maxPoolGradient(shape: MaxPoolShape): NativeRun {
  return (...memory) => planFor(shape).run(...memory);
}

/** A plan is made on its shape's first use, and only the latest eight are kept. */
const planFor = latest(8, makePlan);

function makePlan(shape: MaxPoolShape): Plan {
  const handles = new Handles(openOneDNN()!), { x, y, forward, backward } = describePool(handles, shape);
  const memory = { x: handles.memory(x), dx: handles.memory(x), dy: handles.memory(y) };
  const workspace = handles.memory(handles.workspace(forward), true);
  const find = handles.run(handles.primitive(forward), [
    [Arg.x, memory.x],
    [Arg.y, handles.memory(y, true)],
    [Arg.workspace, workspace],
  ]);
  const write = handles.run(handles.primitive(backward), [
    [Arg.y + gradientOf, memory.dy],
    [Arg.workspace, workspace],
    [Arg.x + gradientOf, memory.dx],
  ]);
  return {
    run([xData, dyData], [dxData]) {
      handles.bind(memory.x, xData!);
      handles.bind(memory.dy, dyData!);
      handles.bind(memory.dx, dxData!);
      find();
      write();
      handles.wait();
    },
    free: () => handles.free(),
  };
}

/** The pool and its gradient, and the layouts of their images. */
function describePool(
  handles: Handles,
  shape: MaxPoolShape,
): Record<"x" | "y" | "forward" | "backward", Pointer> {
  const { functions } = handles,
    x = imageLayout(handles, shape, shape.input),
    y = imageLayout(handles, shape, shape.output);
  const sizes = [shape.stride, shape.window, [0, 0], shape.before, after(shape)].map(dimensions);
  const [stride, window, dilation, before, behind] = sizes as Sizes;
  const windows = [stride, window, dilation, before, behind] as const;
  const forward = handles.descriptor(
    "dnnl_pooling_forward_primitive_desc_create",
    (out, engine) =>
      functions.dnnl_pooling_forward_primitive_desc_create(
        ...[out, engine, Pass.training, Pool.max, x, y, ...windows, null] as const,
      ),
  );
  const backward = handles.descriptor(
    "dnnl_pooling_backward_primitive_desc_create",
    (out, engine) =>
      functions.dnnl_pooling_backward_primitive_desc_create(
        ...[out, engine, Pool.max, x, y, ...windows, forward, null] as const,
      ),
  );
  return { x, y, forward, backward };
}

/** Dimensions in oneDNN's order N, C, H, W; memory in tfjs's N, H, W, C. */
function imageLayout(
  handles: Handles,
  { batch, channels }: MaxPoolShape,
  [height, width]: readonly [number, number],
): Pointer {
  const strides = [height * width * channels, 1, width * channels, channels];
  return handles.layout([batch, channels, height, width], strides);
}

type Pointer = Deno.PointerValue;
type Sizes = [Dimensions, Dimensions, Dimensions, Dimensions, Dimensions];
type Dimensions = BigInt64Array<ArrayBuffer>;

function dimensions([height, width]: readonly number[]): Dimensions {
  return BigInt64Array.from([height!, width!], BigInt);
}

/** What the last window needs behind the last row and column; less than nothing where the windows leave some out. */
function after({ input, output, window, stride, before }: MaxPoolShape): [number, number] {
  const side = (axis: 0 | 1): number =>
    (output[axis] - 1) * stride[axis] + window[axis] - input[axis] - before[axis];
  return [side(0), side(1)];
}
