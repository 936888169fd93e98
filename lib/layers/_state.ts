import { tf } from "../engine/mod.ts";
import { type Checked, checkStates } from "./_check_inputs.ts";

/** The state that a stateful layer carries from batch to batch: variables, so that a recorded step moves them on too. */
export class State {
  readonly variables: tf.Variable[];
  readonly #layer: Checked;

  /**
   * @param layer whose state it is
   * @param batch B
   * @throws {TypeError} when the batch size is open
   */
  constructor(layer: Checked, batch: number | null) {
    const { name, units, stateCount } = layer;
    if (batch === null) {
      throw new TypeError(
        `Cannot build ${name} as a stateful layer: its batch size is open. Set batchInputShape: [batch, time, features]`,
      );
    }
    this.#layer = layer;
    const make = (): tf.Variable => tf.tidy(() => tf.variable(tf.zeros([batch, units]), false));
    this.variables = Array.from({ length: stateCount }, make);
  }

  /**
   * Sets the state, to zeros where nothing is given.
   *
   * @throws {TypeError} when a state has another shape, or their number differs
   */
  set(states: tf.Tensor[]): void {
    const batch = this.variables[0]!.shape[0]!;
    if (states.length > 0) checkStates(this.#layer, states.map(({ shape }) => shape), batch);
    tf.tidy(() => this.variables.forEach((state, i) => state.assign(states[i] ?? tf.zerosLike(state))));
  }

  /**
   * Checks that a batch fits.
   *
   * @throws {TypeError} when its size is another
   */
  check(batch: number): void {
    checkStates(this.#layer, this.variables.map(({ shape }) => shape), batch);
  }

  dispose(): void {
    for (const variable of this.variables) variable.dispose();
  }
}
