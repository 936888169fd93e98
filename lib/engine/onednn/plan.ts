import { Arg, gradientOf } from "./constants.ts";
import { Handles, type Memory } from "./handles.ts";
import { type Ask, type KindName, kinds, type Layouts } from "./kinds.ts";
import type { OneDNN } from "./open_library.ts";

type Pointer = Deno.PointerValue;

/** What a recurrent primitive is made for. */
export interface PlanShape {
  readonly kind: KindName;
  /** B */
  readonly batch: number;
  /** T */
  readonly steps: number;
  /** F */
  readonly features: number;
  /** H */
  readonly units: number;
  /** From the last step to the first; the output stays in the input's order. */
  readonly reversed: boolean;
}

/** Where the tensors of a forward run are: states are [h] or [h, c]. */
export interface ForwardTensors {
  readonly x: Pointer;
  /** Zeros where missing. */
  readonly before: readonly Pointer[] | undefined;
  readonly kernel: Pointer;
  readonly recurrentKernel: Pointer;
  readonly bias: Pointer;
  readonly y: Pointer;
  /** In a gradient's place: zeros where missing. */
  readonly after: readonly (Pointer | undefined)[];
  /** What the gradient needs; none for inference. */
  readonly workspace?: Pointer;
}

/** Where the tensors of a backward run are: the forward run's, gradients that come in, and gradients that go out. */
export interface BackwardTensors extends ForwardTensors {
  /** Gradient to y; zeros where missing. */
  readonly dy: Pointer | undefined;
  /** Gradients to the states after the last step; zeros where missing. */
  readonly dAfter: readonly (Pointer | undefined)[];
  readonly dx: Pointer;
  readonly dBefore: readonly Pointer[];
  readonly dKernel: Pointer;
  readonly dRecurrentKernel: Pointer;
  readonly dBias: Pointer;
}

/** A recurrent primitive for one shape, its gradient, and the reordered weights that they share between calls. */
export interface Plan {
  /** Bytes that a training run leaves for its gradient. */
  readonly workspaceBytes: number;
  infer(tensors: ForwardTensors): void;
  train(tensors: ForwardTensors): void;
  backward(tensors: BackwardTensors): void;
  free(): void;
}

/** The plain layouts: tensors as Keras has them. */
interface Shapes extends Layouts {
  readonly looseKernel: Pointer;
  readonly looseRecurrentKernel: Pointer;
}

/**
 * Makes the primitives for a shape.
 *
 * @throws {EngineError} when oneDNN has none for it
 */
export function makePlan(library: OneDNN, shape: PlanShape): Plan {
  const handles = new Handles(library), kind = kinds[shape.kind], shapes = makeShapes(handles, shape);
  const ask = {
    layouts: { ...shapes, kernel: shapes.looseKernel, recurrentKernel: shapes.looseRecurrentKernel },
    reversed: shape.reversed,
  };
  const forward = (training: boolean): Pointer =>
    handles.descriptor(
      `${shape.kind} forward`,
      (out, engine) => kind.forward(handles.functions, out, engine, { ...ask, training }),
    );
  const training = forward(true), workspace = handles.workspace(training);
  const hint = { ...ask, training: true, hint: training };
  const inference = lazily(() => forwardRun(handles, shapes, kind.states, forward(false)));
  const train = lazily(() => forwardRun(handles, shapes, kind.states, training, handles.memory(workspace)));
  const backward = lazily(() =>
    backwardRun(handles, shapes, kind.states, makeGradient(handles, shape, hint), handles.memory(workspace))
  );
  const paced = <T>(run: (tensors: T) => void, tensors: T): void => library.pace(() => run(tensors));
  return {
    workspaceBytes: handles.bytes(workspace),
    infer: (tensors) => paced(inference(), tensors),
    train: (tensors) => paced(train(), tensors),
    backward: (tensors) => paced(backward(), tensors),
    free: () => handles.free(),
  };
}

function makeGradient(handles: Handles, { kind }: PlanShape, ask: Ask & { hint: Pointer }): Pointer {
  return handles.descriptor(
    `${kind} backward`,
    (out, engine) => kinds[kind].backward(handles.functions, out, engine, ask),
  );
}

function makeShapes(handles: Handles, shape: PlanShape): Shapes {
  const { batch, steps, features, units } = shape, { gates, biasParts } = kinds[shape.kind];
  const sequence = (size: number): Pointer => handles.layout([steps, batch, size], [size, steps * size, 1]);
  return {
    x: sequence(features),
    y: sequence(units),
    state: handles.layout([1, 1, batch, units]),
    bias: handles.layout([1, 1, biasParts, units]),
    kernel: handles.layout([1, 1, features, gates, units]),
    recurrentKernel: handles.layout([1, 1, units, gates, units]),
    looseKernel: handles.anyLayout([1, 1, features, gates, units]),
    looseRecurrentKernel: handles.anyLayout([1, 1, units, gates, units]),
  };
}

type Pairs = [argument: number, memory: Memory][];

/** Memories of the tensors of a forward pass, its arguments, and a way to point them at tensors. */
function ends(handles: Handles, shapes: Shapes, states: number, workspace?: Memory): {
  memories: { kernel: Memory; recurrentKernel: Memory };
  pairs: Pairs;
  bind(tensors: ForwardTensors): void;
} {
  const some = (): Memory[] => Array.from({ length: states }, () => handles.memory(shapes.state));
  const x = handles.memory(shapes.x), y = handles.memory(shapes.y), bias = handles.memory(shapes.bias);
  const kernel = handles.memory(shapes.kernel), recurrentKernel = handles.memory(shapes.recurrentKernel);
  const before = some(), after = some(), noState = lazily(() => zeros(handles, shapes.state));
  return {
    memories: { kernel, recurrentKernel },
    pairs: [
      [Arg.x, x],
      [Arg.bias, bias],
      [Arg.y, y],
      ...before.map((memory, i): [number, Memory] => [Arg.h0 + i, memory]),
      ...after.map((memory, i): [number, Memory] => [Arg.h + i, memory]),
      ...workspace ? [[Arg.workspace, workspace] as [number, Memory]] : [],
    ],
    bind(tensors) {
      handles.bind(x, tensors.x);
      handles.bind(y, tensors.y);
      handles.bind(bias, tensors.bias);
      handles.bind(kernel, tensors.kernel);
      handles.bind(recurrentKernel, tensors.recurrentKernel);
      before.forEach((memory, i) => handles.bind(memory, tensors.before?.[i] ?? noState()));
      after.forEach((memory, i) => handles.bind(memory, tensors.after[i] ?? noState()));
      if (workspace) handles.bind(workspace, tensors.workspace!);
    },
  };
}

function forwardRun(
  handles: Handles,
  shapes: Shapes,
  states: number,
  descriptor: Pointer,
  workspace?: Memory,
): (tensors: ForwardTensors) => void {
  const { memories, pairs, bind } = ends(handles, shapes, states, workspace);
  const kernel = packed(handles, descriptor, Arg.kernel, memories.kernel);
  const recurrentKernel = packed(handles, descriptor, Arg.recurrentKernel, memories.recurrentKernel);
  const run = handles.run(handles.primitive(descriptor), [
    ...pairs,
    [Arg.kernel, kernel.memory],
    [Arg.recurrentKernel, recurrentKernel.memory],
  ]);
  return (tensors) => {
    bind(tensors);
    kernel.fill();
    recurrentKernel.fill();
    run();
    handles.wait();
  };
}

function backwardRun(
  handles: Handles,
  shapes: Shapes,
  states: number,
  descriptor: Pointer,
  workspace: Memory,
): (tensors: BackwardTensors) => void {
  const values = ends(handles, shapes, states, workspace), gradients = ends(handles, shapes, states);
  const kernel = packed(handles, descriptor, Arg.kernel, values.memories.kernel);
  const recurrentKernel = packed(handles, descriptor, Arg.recurrentKernel, values.memories.recurrentKernel);
  const dKernel = unpacked(handles, descriptor, Arg.kernel, gradients.memories.kernel);
  const dRecurrentKernel = unpacked(
    handles,
    descriptor,
    Arg.recurrentKernel,
    gradients.memories.recurrentKernel,
  );
  const noGradient = lazily(() => zeros(handles, shapes.y));
  const dBias = gradients.pairs.find(([argument]) => argument === Arg.bias)![1];
  const run = handles.run(handles.primitive(descriptor), [
    ...values.pairs,
    [Arg.kernel, kernel.memory],
    [Arg.recurrentKernel, recurrentKernel.memory],
    ...gradients.pairs.map(([argument, memory]): [number, Memory] => [argument + gradientOf, memory]),
    [Arg.kernel + gradientOf, dKernel.memory],
    [Arg.recurrentKernel + gradientOf, dRecurrentKernel.memory],
  ]);
  return (tensors) => {
    values.bind(tensors);
    gradients.bind({
      x: tensors.dx,
      y: tensors.dy ?? noGradient(),
      before: tensors.dBefore,
      after: tensors.dAfter,
      bias: tensors.dBias,
      kernel: tensors.dKernel,
      recurrentKernel: tensors.dRecurrentKernel,
    });
    kernel.fill();
    recurrentKernel.fill();
    dKernel.clear();
    dRecurrentKernel.clear();
    handles.view(dBias).fill(0); // oneDNN adds to the gradients of weights
    run();
    dKernel.empty();
    dRecurrentKernel.empty();
    handles.wait();
  };
}

/** A weight in the layout that a primitive likes, filled from the plain one. */
function packed(
  handles: Handles,
  descriptor: Pointer,
  argument: number,
  plain: Memory,
): { memory: Memory; fill(): void } {
  const memory = handles.memory(handles.chosen(descriptor, argument), true);
  return { memory, fill: handles.reorder(plain, memory) };
}

/** A weight's gradient in the layout that a primitive likes, emptied into the plain one. */
function unpacked(
  handles: Handles,
  descriptor: Pointer,
  argument: number,
  plain: Memory,
): { memory: Memory; clear(): void; empty(): void } {
  const memory = handles.memory(handles.chosen(descriptor, argument + gradientOf), true);
  const bytes = handles.view(memory);
  return { memory, clear: () => bytes.fill(0), empty: handles.reorder(memory, plain) };
}

function zeros(handles: Handles, layout: Pointer): Pointer {
  const bytes = handles.view(handles.memory(layout, true));
  bytes.fill(0);
  return Deno.UnsafePointer.of(bytes as Uint8Array<ArrayBuffer>);
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
