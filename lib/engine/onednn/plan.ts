import { Arg, gradientOf } from "./constants.ts";
import { Handles, type Memory } from "./handles.ts";
import { kinds, type Layouts } from "./kinds.ts";
import type { OneDNN } from "./open_library.ts";
import { lazily, makePort, type Port } from "./port.ts";
import { makeShapes, type PlanShape, type Shapes } from "./shapes.ts";
import { Workspaces } from "./workspaces.ts";

type Pointer = Deno.PointerValue;

/** Where the tensors of a forward run are: states are [h] or [h, c]. */
export interface ForwardTensors {
  readonly x: Pointer;
  /** Zeros where missing. */
  readonly before: readonly Pointer[] | undefined;
  readonly kernel: Pointer;
  readonly recurrentKernel: Pointer;
  readonly bias: Pointer;
  readonly y: Pointer;
  readonly after: readonly Pointer[];
}

/** Where the tensors of a backward run are: the forward run's, gradients that come in, and gradients that go out. */
export interface BackwardTensors extends ForwardTensors {
  /** What the forward run gave. */
  readonly ticket: number;
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
  infer(tensors: ForwardTensors): void;
  /** Runs so that a gradient may follow, and gives the ticket to what that needs. */
  train(tensors: ForwardTensors): number;
  backward(tensors: BackwardTensors): void;
  free(): void;
}

/** What the runs of a plan are made from. */
interface Making {
  readonly handles: Handles;
  readonly shapes: Shapes;
  readonly states: number;
}

/**
 * Makes the primitives for a shape.
 *
 * @throws {EngineError} when oneDNN has none for it
 */
export function makePlan(library: OneDNN, shape: PlanShape): Plan {
  const handles = new Handles(library), kind = kinds[shape.kind], shapes = makeShapes(handles, shape);
  const making: Making = { handles, shapes, states: kind.states }, { functions } = handles;
  const ask = { layouts: shapes.values, reversed: shape.reversed };
  const forward = (training: boolean): Pointer =>
    handles.descriptor(
      `${shape.kind} forward in ${shape.precision}`,
      (out, engine) => kind.forward(functions, out, engine, { ...ask, training }),
    );
  const training = forward(true), layout = handles.workspace(training);
  const workspaces = new Workspaces(handles, layout), workspace = lazily(() => handles.memory(layout));
  const gradient = lazily(() => {
    const asked = { ...ask, training: true, hint: training, gradients: shapes.gradients };
    return handles.descriptor(
      `${shape.kind} backward in ${shape.precision}`,
      (out, engine) => kind.backward(functions, out, engine, asked),
    );
  });
  if (shape.precision !== "f32") gradient(); // not every processor has both: find out now
  const inference = lazily(() => forwardRun(making, forward(false)));
  const train = lazily(() => forwardRun(making, training, workspace()));
  const backward = lazily(() => backwardRun(making, gradient(), workspace()));
  const paced = <T>(run: (tensors: T) => void, tensors: T): void => library.pace(() => run(tensors));
  return {
    infer: (tensors) => paced(inference(), tensors),
    train(tensors) {
      const { ticket, memory } = workspaces.take(), run = train();
      handles.bind(workspace(), handles.data(memory));
      paced(run, tensors);
      return ticket;
    },
    backward(tensors) {
      const run = backward();
      handles.bind(workspace(), handles.data(workspaces.redeem(tensors.ticket)));
      paced(run, tensors);
      workspaces.give(tensors.ticket);
    },
    free: () => handles.free(),
  };
}

/** The ports of one set of arguments. */
interface Ports {
  readonly x: Port;
  readonly y: Port;
  readonly bias: Port;
  readonly kernel: Port;
  readonly recurrentKernel: Port;
  readonly before: Port[];
  readonly after: Port[];
}

/** Ports between tensors and a primitive that was asked for these layouts; a gradient's arguments are numbered apart. */
function makePorts({ handles, shapes, states }: Making, descriptor: Pointer, isGradient = false): Ports {
  const wanted = isGradient ? shapes.gradients : shapes.values, { plain } = shapes;
  const port = (name: keyof Layouts): Port => makePort(handles, plain[name], wanted[name]);
  const chosen = (name: "kernel" | "recurrentKernel"): Port =>
    makePort(handles, plain[name], handles.chosen(descriptor, Arg[name] + (isGradient ? gradientOf : 0)));
  const some = (): Port[] => (["state", "carry"] as const).slice(0, states).map(port);
  return {
    ...{ x: port("x"), y: port("y"), bias: port("bias"), before: some(), after: some() },
    ...{ kernel: chosen("kernel"), recurrentKernel: chosen("recurrentKernel") },
  };
}

type Pairs = [argument: number, memory: Memory][];

function pairsOf({ x, y, bias, kernel, recurrentKernel, before, after }: Ports): Pairs {
  return [
    [Arg.x, x.memory],
    [Arg.bias, bias.memory],
    [Arg.y, y.memory],
    [Arg.kernel, kernel.memory],
    [Arg.recurrentKernel, recurrentKernel.memory],
    ...before.map((port, i): [number, Memory] => [Arg.h0 + i, port.memory]),
    ...after.map((port, i): [number, Memory] => [Arg.h + i, port.memory]),
  ];
}

function forwardRun(
  making: Making,
  descriptor: Pointer,
  workspace?: Memory,
): (tensors: ForwardTensors) => void {
  const { handles } = making, ports = makePorts(making, descriptor), zeros = makeZeros(making);
  const { x, y, bias, kernel, recurrentKernel, before, after } = ports;
  const saved: Pairs = workspace ? [[Arg.workspace, workspace]] : [];
  const run = handles.run(handles.primitive(descriptor), [...pairsOf(ports), ...saved]);
  const inputs = [x, bias, kernel, recurrentKernel, ...before], outputs = [y, ...after];
  return (tensors) => {
    bindValues(ports, tensors, zeros.state);
    for (const port of inputs) port.load();
    run();
    for (const port of outputs) port.store();
    handles.wait();
  };
}

function backwardRun(
  making: Making,
  descriptor: Pointer,
  workspace: Memory,
): (tensors: BackwardTensors) => void {
  const { handles } = making, zeros = makeZeros(making);
  const values = makePorts(making, descriptor), gradients = makePorts(making, descriptor, true);
  const run = handles.run(handles.primitive(descriptor), [
    ...pairsOf(values),
    ...pairsOf(gradients).map(([argument, memory]): [number, Memory] => [argument + gradientOf, memory]),
    [Arg.workspace, workspace],
  ]);
  const { x, y, bias, kernel, recurrentKernel, before, after } = values;
  const inputs = [x, y, bias, kernel, recurrentKernel, ...before, ...after];
  const sums = [gradients.kernel, gradients.recurrentKernel, gradients.bias];
  return (tensors) => {
    bindValues(values, tensors, zeros.state);
    bindGradients(gradients, tensors, zeros);
    for (const port of inputs) port.load();
    for (const port of sums) port.clear(); // oneDNN adds to the gradients of weights
    run();
    for (const port of sums) port.store();
    handles.wait();
  };
}

function bindValues(ports: Ports, tensors: ForwardTensors, noState: () => Pointer): void {
  for (const name of ["x", "y", "bias", "kernel", "recurrentKernel"] as const) {
    ports[name].bind(tensors[name]);
  }
  ports.before.forEach((port, i) => port.bind(tensors.before?.[i] ?? noState()));
  ports.after.forEach((port, i) => port.bind(tensors.after[i]!));
}

function bindGradients(ports: Ports, tensors: BackwardTensors, zeros: Zeros): void {
  ports.x.bind(tensors.dx);
  ports.y.bind(tensors.dy ?? zeros.sequence());
  ports.bias.bind(tensors.dBias);
  ports.kernel.bind(tensors.dKernel);
  ports.recurrentKernel.bind(tensors.dRecurrentKernel);
  ports.before.forEach((port, i) => port.bind(tensors.dBefore[i]!));
  ports.after.forEach((port, i) => port.bind(tensors.dAfter[i] ?? zeros.state()));
}

/** Memory that stands for what is missing, and is never written. */
interface Zeros {
  state(): Pointer;
  sequence(): Pointer;
}

function makeZeros({ handles, shapes: { plain } }: Making): Zeros {
  const make = (layout: Pointer): Pointer => {
    const bytes = handles.view(handles.memory(layout, true)) as Uint8Array<ArrayBuffer>;
    return Deno.UnsafePointer.of(bytes.fill(0));
  };
  return { state: lazily(() => make(plain.state)), sequence: lazily(() => make(plain.y)) };
}
