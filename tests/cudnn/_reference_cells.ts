/** One step of cuDNN's cells as its documentation of cudnnRNNMode_t writes them, for one sequence, in float64. */
export interface Step {
  h: Float64Array;
  c: Float64Array;
  /** Gradients to h and c of this step -> to W x + bW and R h + bR of each gate, and to h and c of the step before. */
  backward(dh: Float64Array, dc: Float64Array): Backward;
}

/** What {@link Step} gives back. */
export interface Backward {
  input: Float64Array[];
  recurrent: Float64Array[];
  dh: Float64Array;
  dc: Float64Array;
}

/** W x + bW and R h + bR of each gate, h and c of the step before -> the step. */
export type Cell = (x: Float64Array[], r: Float64Array[], h: Float64Array, c: Float64Array) => Step;

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const fill = (size: number, value: (i: number) => number): Float64Array =>
  Float64Array.from({ length: size }, (_, i) => value(i));

/** Gates 0 to 3: input, forget, new memory, output. */
const lstm: Cell = (x, r, h, before) => {
  const size = h.length, z = x.map((part, gate) => fill(size, (i) => part[i]! + r[gate]![i]!));
  const [inGate, forget, memory, out] = z.map((part, gate) => part.map(gate === 2 ? Math.tanh : sigmoid));
  const c = fill(size, (i) => forget![i]! * before[i]! + inGate![i]! * memory![i]!);
  return {
    h: fill(size, (i) => out![i]! * Math.tanh(c[i]!)),
    c,
    backward(dh, dcAfter) {
      const dc = fill(size, (i) => dcAfter[i]! + dh[i]! * out![i]! * (1 - Math.tanh(c[i]!) ** 2));
      const slope = (gate: Float64Array, i: number): number => gate[i]! * (1 - gate[i]!);
      const dz = [
        fill(size, (i) => dc[i]! * memory![i]! * slope(inGate!, i)),
        fill(size, (i) => dc[i]! * before[i]! * slope(forget!, i)),
        fill(size, (i) => dc[i]! * inGate![i]! * (1 - memory![i]! ** 2)),
        fill(size, (i) => dh[i]! * Math.tanh(c[i]!) * slope(out!, i)),
      ];
      return { input: dz, recurrent: dz, dh: new Float64Array(size), dc: dc.map((d, i) => d * forget![i]!) };
    },
  };
};

/** Gates 0 to 2: reset, update, new memory. */
const gru: Cell = (x, r, before) => {
  const size = before.length;
  const reset = fill(size, (i) => sigmoid(x[0]![i]! + r[0]![i]!));
  const update = fill(size, (i) => sigmoid(x[1]![i]! + r[1]![i]!));
  const memory = fill(size, (i) => Math.tanh(x[2]![i]! + reset[i]! * r[2]![i]!));
  return {
    h: fill(size, (i) => (1 - update[i]!) * memory[i]! + update[i]! * before[i]!),
    c: new Float64Array(size),
    backward(dh) {
      const dMemory = fill(size, (i) => dh[i]! * (1 - update[i]!) * (1 - memory[i]! ** 2));
      const dReset = fill(size, (i) => dMemory[i]! * r[2]![i]! * reset[i]! * (1 - reset[i]!));
      const dUpdate = fill(size, (i) => dh[i]! * (before[i]! - memory[i]!) * update[i]! * (1 - update[i]!));
      return {
        input: [dReset, dUpdate, dMemory],
        recurrent: [dReset, dUpdate, dMemory.map((d, i) => d * reset[i]!)],
        dh: dh.map((d, i) => d * update[i]!),
        dc: new Float64Array(size),
      };
    },
  };
};

const plain = (activation: (z: number) => number, slope: (h: number) => number): Cell => (x, r, before) => {
  const h = x[0]!.map((part, i) => activation(part + r[0]![i]!)), size = before.length;
  return {
    h,
    c: new Float64Array(size),
    backward(dh) {
      const dz = [dh.map((d, i) => d * slope(h[i]!))];
      return { input: dz, recurrent: dz, dh: new Float64Array(size), dc: new Float64Array(size) };
    },
  };
};

/** The cells and how many gates each has, by rnn_mode. */
export const cells: Record<string, { gates: number; cell: Cell }> = {
  lstm: { gates: 4, cell: lstm },
  gru: { gates: 3, cell: gru },
  rnn_tanh: { gates: 1, cell: plain(Math.tanh, (h) => 1 - h * h) },
  rnn_relu: { gates: 1, cell: plain((z) => Math.max(z, 0), (h) => Number(h > 0)) },
};
