import type { tf } from "../engine/mod.ts";

type Shape = readonly (number | null)[];

/** A layer as its errors name it. */
export interface Checked {
  readonly name: string;
  readonly units: number;
  readonly stateCount: number;
  /** F, once the layer has weights. */
  readonly features?: number;
}

/**
 * Checks what a recurrent layer is applied to; unknown dimensions of symbolic tensors pass.
 *
 * @throws {TypeError} when the rank, the features or a state's shape is wrong, or the number of states
 * @throws {RangeError} when the sequence has no step
 */
export function checkInputs(layer: Checked, inputs: (tf.Tensor | tf.SymbolicTensor)[]): void {
  const [x, ...states] = inputs.map(({ shape }) => shape as Shape);
  const { name, features } = layer;
  if (!fits(x!, [null, null, features ?? null]) || x![2] === null) {
    throw new TypeError(
      `Cannot run ${name} as [batch, time, ${features ?? "features"}]: its input is [${x!.join(", ")}]`,
    );
  }
  if (x![1] === 0) {
    throw new RangeError(
      `Cannot run ${name} as a sequence of one step or more: its input is [${x!.join(", ")}]`,
    );
  }
  if (states.length > 0) checkStates(layer, states, x![0]!);
}

/** Checks the states alone: as many as the layer has, each [batch, units]. */
export function checkStates(
  { name, units, stateCount }: Checked,
  states: Shape[],
  batch: number | null,
): void {
  if (states.length !== stateCount) {
    throw new TypeError(
      `Cannot start ${name} as a layer with ${stateCount} state${
        stateCount > 1 ? "s" : ""
      }: received ${states.length}`,
    );
  }
  for (const shape of states) {
    if (!fits(shape, [batch, units])) {
      throw new TypeError(
        `Cannot start ${name} as [${batch ?? "batch"}, ${units}]: the state is [${shape.join(", ")}]`,
      );
    }
  }
}

/** Checks that a mask has a value for each step. */
export function checkMask(name: string, mask: tf.Tensor | undefined, x: tf.Tensor): void {
  if (!mask || fits(mask.shape, x.shape.slice(0, 2))) return;
  throw new TypeError(
    `Cannot mask ${name} as [${x.shape.slice(0, 2).join(", ")}]: the mask is [${mask.shape.join(", ")}]`,
  );
}

function fits(shape: Shape, expected: Shape): boolean {
  return shape.length === expected.length &&
    shape.every((size, axis) => size === null || expected[axis] === null || size === expected[axis]);
}
