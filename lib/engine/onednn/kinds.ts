import { Activation, Direction, Pass } from "./constants.ts";
import type { Functions } from "./symbols.ts";

type Pointer = Deno.PointerValue;
type Out = BigUint64Array<ArrayBuffer>;

/** The layouts of a recurrent primitive's arguments. */
export interface Layouts {
  readonly x: Pointer;
  /** h before and after. */
  readonly state: Pointer;
  /** c before and after, where there is one. */
  readonly carry: Pointer;
  readonly kernel: Pointer;
  readonly recurrentKernel: Pointer;
  readonly bias: Pointer;
  readonly y: Pointer;
}

/** What tells one recurrent primitive from another. */
export interface Kind {
  /** G: parts of the kernels. */
  readonly gates: number;
  /** Parts of the bias. */
  readonly biasParts: number;
  /** 1 is [h], 2 is [h, c]. */
  readonly states: number;
  forward(functions: Functions, out: Out, engine: Pointer, ask: Ask): number;
  backward(functions: Functions, out: Out, engine: Pointer, ask: AskBackward): number;
}

/** What a descriptor is asked for. */
export interface Ask {
  readonly layouts: Layouts;
  readonly training: boolean;
  /** From the last step to the first. */
  readonly reversed: boolean;
}

/** What a gradient's descriptor is asked for. */
export interface AskBackward extends Ask {
  /** The layouts of the gradients. */
  readonly gradients: Layouts;
  /** The descriptor of the forward run for training. */
  readonly hint: Pointer;
}

const pass = ({ training }: Ask): number => training ? Pass.training : Pass.inference;
const way = ({ reversed }: Ask): number => reversed ? Direction.backwards : Direction.forwards;
const overwrite = 0;

/** Arguments of a primitive with one state, as the C API orders them; the gradients' come in the same order again. */
const oneState = ({ x, state, kernel, recurrentKernel, bias, y }: Layouts) =>
  [x, state, kernel, recurrentKernel, bias, y, state] as const;
/** The same with two states, no peepholes and no projection. */
const twoStates = ({ x, state, carry, kernel, recurrentKernel, bias, y }: Layouts) =>
  [x, state, carry, kernel, recurrentKernel, null, null, bias, y, state, carry] as const;

const lstm: Kind = {
  gates: 4,
  biasParts: 4,
  states: 2,
  forward(functions, out, engine, ask) {
    const args = twoStates(ask.layouts);
    return functions.dnnl_lstm_forward_primitive_desc_create(
      out,
      engine,
      pass(ask),
      way(ask),
      ...args,
      0,
      null,
    );
  },
  backward(functions, out, engine, ask) {
    const args = [...twoStates(ask.layouts), ...twoStates(ask.gradients)] as const, { hint } = ask;
    return functions.dnnl_lstm_backward_primitive_desc_create(
      ...[out, engine, Pass.backward, way(ask), ...args, overwrite, hint, null] as const,
    );
  },
};

/** The two GRUs differ in their name and in the bias. */
const gatedUnit = (name: "gru" | "lbr_gru", biasParts: number): Kind => ({
  gates: 3,
  biasParts,
  states: 1,
  forward(functions, out, engine, ask) {
    return functions[`dnnl_${name}_forward_primitive_desc_create`](
      ...[out, engine, pass(ask), way(ask), ...oneState(ask.layouts), 0, null] as const,
    );
  },
  backward(functions, out, engine, ask) {
    const args = [...oneState(ask.layouts), ...oneState(ask.gradients)] as const, { hint } = ask;
    return functions[`dnnl_${name}_backward_primitive_desc_create`](
      ...[out, engine, Pass.backward, way(ask), ...args, overwrite, hint, null] as const,
    );
  },
});

const plain = (activation: number): Kind => ({
  gates: 1,
  biasParts: 1,
  states: 1,
  forward(functions, out, engine, ask) {
    const args = oneState(ask.layouts);
    return functions.dnnl_vanilla_rnn_forward_primitive_desc_create(
      ...[out, engine, pass(ask), activation, way(ask), ...args, 0, 0, 0, null] as const,
    );
  },
  backward(functions, out, engine, ask) {
    const args = [...oneState(ask.layouts), ...oneState(ask.gradients)] as const, { hint } = ask;
    return functions.dnnl_vanilla_rnn_backward_primitive_desc_create(
      ...[
        out,
        engine,
        Pass.backward,
        activation,
        way(ask),
        ...args,
        overwrite,
        0,
        0,
        hint,
        null,
      ] as const,
    );
  },
});

/** The recurrent primitives by name: the GRU's reset gate comes after the product in `gruResetAfter`, before it in `gru`. */
export const kinds = {
  lstm,
  gru: gatedUnit("gru", 3),
  gruResetAfter: gatedUnit("lbr_gru", 4),
  tanhRNN: plain(Activation.tanh),
  reluRNN: plain(Activation.relu),
} as const;

/** Name of a recurrent primitive. */
export type KindName = keyof typeof kinds;
