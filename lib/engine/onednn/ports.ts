import { Arg, gradientOf } from "./constants.ts";
import type { Handles, Memory } from "./handles.ts";
import type { Layouts } from "./kinds.ts";
import { lazily, makePort, type Port } from "./port.ts";
import type { Shapes } from "./shapes.ts";

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
  /** A number each for kernel and recurrent kernel: the same number, the same values. */
  readonly versions: readonly number[];
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

/** What the runs of a plan are made from. */
export interface Making {
  readonly handles: Handles;
  readonly shapes: Shapes;
  readonly states: number;
}

/** The ports of one set of arguments. */
export interface Ports {
  readonly x: Port;
  readonly y: Port;
  readonly bias: Port;
  readonly kernel: Port;
  readonly recurrentKernel: Port;
  readonly before: Port[];
  readonly after: Port[];
}

/** Ports between tensors and a primitive that was asked for these layouts; a gradient's arguments are numbered apart. */
export function makePorts(
  { handles, shapes, states }: Making,
  descriptor: Pointer,
  isGradient = false,
): Ports {
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

/** Arguments of a primitive. */
export type Pairs = [argument: number, memory: Memory][];

/** The ports as arguments of a primitive. */
export function pairsOf({ x, y, bias, kernel, recurrentKernel, before, after }: Ports): Pairs {
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

/** Points the ports of values at tensors. */
export function bindValues(ports: Ports, tensors: ForwardTensors, noState: () => Pointer): void {
  for (const name of ["x", "y", "bias", "kernel", "recurrentKernel"] as const) {
    ports[name].bind(tensors[name]);
  }
  ports.before.forEach((port, i) => port.bind(tensors.before?.[i] ?? noState()));
  ports.after.forEach((port, i) => port.bind(tensors.after[i]!));
}

/** Points the ports of gradients at tensors. */
export function bindGradients(ports: Ports, tensors: BackwardTensors, zeros: Zeros): void {
  ports.x.bind(tensors.dx);
  ports.y.bind(tensors.dy ?? zeros.sequence());
  ports.bias.bind(tensors.dBias);
  ports.kernel.bind(tensors.dKernel);
  ports.recurrentKernel.bind(tensors.dRecurrentKernel);
  ports.before.forEach((port, i) => port.bind(tensors.dBefore[i]!));
  ports.after.forEach((port, i) => port.bind(tensors.dAfter[i] ?? zeros.state()));
}

/** Memory that stands for what is missing, and is never written. */
export interface Zeros {
  state(): Pointer;
  sequence(): Pointer;
}

/** Makes them at their first use. */
export function makeZeros({ handles, shapes: { plain } }: Making): Zeros {
  const make = (layout: Pointer): Pointer => {
    const bytes = handles.view(handles.memory(layout, true)) as Uint8Array<ArrayBuffer>;
    return Deno.UnsafePointer.of(bytes.fill(0));
  };
  return { state: lazily(() => make(plain.state)), sequence: lazily(() => make(plain.y)) };
}
