import { type Cell, cells, type Step } from "./_reference_cells.ts";

/** Sizes of a network, and the steps of each sequence that count. */
export interface Sizes {
  mode: string;
  batch: number;
  steps: number;
  features: number;
  units: number;
  /** 1, or 2 with both directions. */
  directions: number;
  lengths: ArrayLike<number>;
}

type Values = ArrayLike<number>;
type Grid = Float64Array[];

/** The weights of one direction: a matrix [H, F] or [H, H] and a vector [H] a gate. */
interface Weights {
  input: Grid;
  recurrent: Grid;
  inputBias: Grid;
  recurrentBias: Grid;
}

/** How many numbers cuDNN's buffer of weights has. */
export function parameterCount({ mode, features, units, directions }: Sizes): number {
  return directions * cells[mode]!.gates * units * (features + units + 2);
}

/** Reads the buffer in place: matrices of all directions first, then biases of all directions. */
function readWeights(buffer: Float64Array, { mode, features, units, directions }: Sizes): Weights[] {
  const { gates } = cells[mode]!;
  let at = 0;
  const take = (size: number): Grid => Array.from({ length: gates }, () => buffer.subarray(at, at += size));
  const matrices = Array.from({ length: directions }, () => [take(units * features), take(units * units)]);
  const biases = matrices.map(() => [take(units), take(units)]);
  return matrices.map(([input, recurrent], d) => {
    const [inputBias, recurrentBias] = biases[d]!;
    return { input: input!, recurrent: recurrent!, inputBias: inputBias!, recurrentBias: recurrentBias! };
  });
}

/** matrix [rows, columns] · vector + bias */
function product(matrix: Float64Array, vector: Float64Array, bias: Float64Array): Float64Array {
  return bias.map((start, row) => {
    let sum = start;
    for (let i = 0; i < vector.length; i++) sum += matrix[row * vector.length + i]! * vector[i]!;
    return sum;
  });
}

/** One sequence in one direction: its steps in the order in which they ran, each with its place and h before it. */
type Walk = { t: number; step: Step; before: Float64Array }[];

/** Row `index` of a tensor's memory. */
const rowOf = (values: Float64Array, index: number, size: number): Float64Array =>
  values.subarray(index * size, (index + 1) * size);

/** What a product adds its gradients to. */
interface Gradients {
  matrix: Float64Array;
  bias: Float64Array;
  vector: Float64Array;
}

/** Adds the gradients of matrix · vector + bias. */
function addGradients(matrix: Float64Array, vector: Float64Array, d: Float64Array, into: Gradients): void {
  for (let row = 0; row < d.length; row++) {
    into.bias[row]! += d[row]!;
    for (let i = 0; i < vector.length; i++) {
      into.matrix[row * vector.length + i]! += d[row]! * vector[i]!;
      into.vector[i]! += d[row]! * matrix[row * vector.length + i]!;
    }
  }
}

/** What a network reads: x [B, T, F], h and c [D, B, H], the buffer of weights. */
export interface NetworkValues {
  x: Values;
  h: Values;
  c: Values;
  parameters: Values;
}

/** Gradients to what a network reads, in its shapes. */
export interface NetworkGradients {
  dx: Float64Array;
  dh: Float64Array;
  dc: Float64Array;
  dParameters: Float64Array;
}

/** A network that ran: y [B, T, D * H] with zeros behind the lengths, h and c [D, B, H]. */
export class ReferenceNetwork {
  readonly y: Float64Array;
  readonly h: Float64Array;
  readonly c: Float64Array;
  readonly #sizes: Sizes;
  readonly #cell: Cell;
  readonly #x: Float64Array;
  readonly #weights: Weights[];
  readonly #walks: Walk[][];

  constructor(sizes: Sizes, values: NetworkValues) {
    const { batch, steps, units, directions } = sizes;
    this.#sizes = sizes;
    this.#cell = cells[sizes.mode]!.cell;
    this.#x = Float64Array.from(values.x);
    this.#weights = readWeights(Float64Array.from(values.parameters), sizes);
    this.y = new Float64Array(batch * steps * directions * units);
    this.h = Float64Array.from(values.h);
    this.c = Float64Array.from(values.c);
    this.#walks = this.#weights.map((own, d) =>
      Array.from({ length: batch }, (_, b) => this.#walk(own, d, b))
    );
  }

  /** Row of a sequence's step in x, and in y, which has the directions side by side. */
  #input(x: Float64Array, b: number, t: number): Float64Array {
    return rowOf(x, b * this.#sizes.steps + t, this.#sizes.features);
  }

  #output(y: Float64Array, d: number, b: number, t: number): Float64Array {
    const { steps, directions, units } = this.#sizes;
    return rowOf(y, (b * steps + t) * directions + d, units);
  }

  #walk(own: Weights, d: number, b: number): Walk {
    const { batch, units, lengths } = this.#sizes, walk: Walk = [];
    const order = Array.from({ length: lengths[b]! }, (_, t) => t);
    if (d === 1) order.reverse();
    const rows = [this.h, this.c].map((state) => rowOf(state, d * batch + b, units));
    for (const t of order) {
      const x = this.#input(this.#x, b, t), [h, c] = rows.map((row) => row.slice());
      const fromInput = own.input.map((matrix, g) => product(matrix, x, own.inputBias[g]!));
      const fromState = own.recurrent.map((matrix, g) => product(matrix, h!, own.recurrentBias[g]!));
      const step = this.#cell(fromInput, fromState, h!, c!);
      this.#output(this.y, d, b, t).set(step.h);
      rows[0]!.set(step.h);
      rows[1]!.set(step.c);
      walk.push({ t, step, before: h! });
    }
    return walk;
  }

  /** Gradients to y, h and c -> to what was read; those to steps that don't count are NaN, so that nobody takes them. */
  backward(dy: Values, dh: Values, dc: Values): NetworkGradients {
    const parameters = new Float64Array(parameterCount(this.#sizes));
    const made = {
      dx: new Float64Array(this.#x.length),
      dh: Float64Array.from(dh),
      dc: Float64Array.from(dc),
    };
    const into = readWeights(parameters, this.#sizes), seen = Float64Array.from(dy);
    this.#walks.forEach((walks, d) =>
      walks.forEach((walk, b) => this.#walkBack(walk, [d, b], { seen, made, into: into[d]! }))
    );
    const { batch, steps, lengths } = this.#sizes;
    for (let b = 0; b < batch; b++) {
      for (let t = lengths[b]!; t < steps; t++) this.#input(made.dx, b, t).fill(NaN);
    }
    return { ...made, dParameters: parameters };
  }

  #walkBack(
    walk: Walk,
    [d, b]: [number, number],
    { seen, made, into }: { seen: Float64Array; made: Omit<NetworkGradients, "dParameters">; into: Weights },
  ): void {
    const { batch, units } = this.#sizes, own = this.#weights[d]!;
    const dh = rowOf(made.dh, d * batch + b, units), dc = rowOf(made.dc, d * batch + b, units);
    for (const { t, step, before } of walk.toReversed()) {
      const shown = this.#output(seen, d, b, t),
        x = this.#input(this.#x, b, t),
        vector = this.#input(made.dx, b, t);
      const back = step.backward(dh.map((value, i) => value + shown[i]!), dc.slice());
      own.input.forEach((matrix, g) =>
        addGradients(matrix, x, back.input[g]!, { matrix: into.input[g]!, bias: into.inputBias[g]!, vector })
      );
      own.recurrent.forEach((matrix, g) => {
        const gradients = { matrix: into.recurrent[g]!, bias: into.recurrentBias[g]!, vector: back.dh };
        addGradients(matrix, before, back.recurrent[g]!, gradients);
      });
      dh.set(back.dh);
      dc.set(back.dc);
    }
  }
}
