import { Arg, gradientOf } from "./constants.ts";
import { Handles, type Memory } from "./handles.ts";
import { kinds } from "./kinds.ts";
import type { OneDNN } from "./open_library.ts";
import { lazily } from "./port.ts";
import {
  type BackwardTensors,
  bindGradients,
  bindValues,
  type ForwardTensors,
  makePorts,
  makeZeros,
  type Making,
  type Pairs,
  pairsOf,
} from "./ports.ts";
import { makeShapes, type PlanShape } from "./shapes.ts";
import { Workspaces } from "./workspaces.ts";

type Pointer = Deno.PointerValue;

/** A recurrent primitive for one shape, its gradient, and the reordered weights that they share between calls. */
export interface Plan {
  infer(tensors: ForwardTensors): void;
  /** Runs so that a gradient may follow, and gives the ticket to what that needs. */
  train(tensors: ForwardTensors): number;
  backward(tensors: BackwardTensors): void;
  free(): void;
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
  return {
    infer: (tensors) => inference()(tensors),
    train(tensors) {
      const { ticket, memory } = workspaces.take(), run = train();
      handles.bind(workspace(), handles.data(memory));
      run(tensors);
      return ticket;
    },
    backward(tensors) {
      const run = backward();
      handles.bind(workspace(), handles.data(workspaces.redeem(tensors.ticket)));
      run(tensors);
      workspaces.give(tensors.ticket);
    },
    free: () => handles.free(),
  };
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
  const inputs = [x, bias, ...before], outputs = [y, ...after], weights = [kernel, recurrentKernel];
  const loaded: number[] = [];
  return (tensors) => {
    bindValues(ports, tensors, zeros.state);
    for (const port of inputs) port.load();
    weights.forEach((port, index) => {
      if (loaded[index] !== tensors.versions[index]) port.load(); // into the layout that the primitive likes best
      loaded[index] = tensors.versions[index]!;
    });
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
