// Long because tfjs asks one class for a layer's weights, shapes, masks, states and configuration together.
import { type KindName, type SeedGenerator, seedGenerator, tf } from "../engine/mod.ts";
import { type Activation, getActivation } from "./activations.ts";
import { mayCarryMask } from "./_carries_mask.ts";
import type { MakeCell } from "./_cell.ts";
import { checkInputs, checkMask } from "./_check_inputs.ts";
import type { Initializer } from "./_initializers.ts";
import { asList } from "./_lists.ts";
import { native } from "./_native.ts";
import { oneStep } from "./_one_step.ts";
import { portable } from "./_portable.ts";
import { anySeed } from "./_seeds.ts";
import { State } from "./_state.ts";
import { rulesConfig, type WeightKind, type WeightRules, weightRules } from "./_weight_rules.ts";
import type { GatedOptions, RecurrentOptions } from "./recurrent_options.ts";

type Tensors = tf.Tensor | tf.Tensor[];
type Symbols = tf.SymbolicTensor | tf.SymbolicTensor[];
type Shape = (number | null)[];
/** What tfjs hands to `call`. */
export interface CallOptions {
  mask?: Tensors | null;
  training?: boolean;
  initialState?: Tensors | Symbols | null;
}

/**
 * What all recurrent layers share: weights, mask, state, and the loop that the cell runs in. Longer than a file should be: most
 * of it is what tfjs wants a layer to answer.
 */
export abstract class RecurrentLayer extends tf.layers.Layer {
  readonly units: number;
  readonly returnSequences: boolean;
  readonly returnState: boolean;
  readonly goBackwards: boolean;
  readonly useBias: boolean;
  readonly activation: Activation;
  readonly recurrentActivation: Activation;
  readonly dropout: number;
  readonly recurrentDropout: number;
  readonly seed: number | undefined;
  /** Zeros at masked steps instead of the output before them: what Keras's Bidirectional asks for. */
  zeroOutputForMask = false;
  /** Stands before the weights' names inside a wrapper, so that stock tfjs finds them in a saved model. */
  weightPrefix = "";
  /** F, the features of the input, once built. */
  features: number | undefined;
  protected kernel!: tf.LayerVariable;
  protected recurrentKernel!: tf.LayerVariable;
  protected bias: tf.LayerVariable | undefined;
  readonly #rules: Record<WeightKind, WeightRules>;
  #state: State | undefined;
  #noiseSeed: SeedGenerator | undefined;

  /** G: parts of the kernel, one a gate. */
  abstract readonly gates: number;
  /** Tensors of the state: 1 is [h], 2 is [h, c]. */
  abstract readonly stateCount: number;
  /** The cell that runs at every step. */
  abstract readonly makeCell: MakeCell;

  constructor(options: RecurrentOptions & Pick<GatedOptions, "recurrentActivation">) {
    super(options);
    this.units = wholeUnits(options.units);
    this.returnSequences = options.returnSequences ?? false;
    this.returnState = options.returnState ?? false;
    this.goBackwards = options.goBackwards ?? false;
    this._stateful = options.stateful ?? false;
    this.useBias = options.useBias ?? true;
    this.activation = getActivation(options.activation, "tanh");
    this.recurrentActivation = getActivation(options.recurrentActivation, "sigmoid");
    this.dropout = rate(options.dropout, "dropout");
    this.recurrentDropout = rate(options.recurrentDropout, "recurrentDropout");
    this.seed = options.seed ?? undefined;
    this.supportsMasking = true;
    this.inputSpec = [new tf.InputSpec({ ndim: 3 })];
    this.#rules = weightRules(options);
  }

  /** Shape of the bias. */
  protected biasShape(): number[] {
    return [this.gates * this.units];
  }

  /** How the bias starts. */
  protected biasStart(initializer: Initializer): Initializer {
    return initializer;
  }

  /** The bias of the input projection [G * H]. */
  inputBias(): tf.Tensor | undefined {
    return this.bias?.read();
  }

  /** The weights that the cell itself uses, the recurrent kernel first. */
  cellWeights(): tf.Tensor[] {
    return [this.recurrentKernel.read()];
  }

  /** The engine's network with the same equation, if there is one. */
  get nativeKind(): KindName | undefined {
    return undefined;
  }

  /** The bias as that network has it. */
  nativeBias(): tf.Tensor | undefined {
    return this.bias?.read();
  }

  /** The input kernel W [F, G * H]. */
  inputKernel(): tf.Tensor {
    return this.kernel.read();
  }

  override build(inputShape: Shape | Shape[]): void {
    const [batch, , features] = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as Shape;
    const { units, gates } = this, { kernel, recurrent, bias } = this.#rules;
    this.features = features!;
    this.kernel = this.#weight("kernel", [features!, gates * units], kernel);
    this.recurrentKernel = this.#weight("recurrent_kernel", [units, gates * units], recurrent);
    if (this.useBias) {
      const started = { ...bias, initializer: this.biasStart(bias.initializer) };
      this.bias = this.#weight("bias", this.biasShape(), started);
    }
    if (this.stateful) this.#state = new State(this, batch ?? null);
    this.built = true;
  }

  #weight(name: string, shape: number[], rules: WeightRules): tf.LayerVariable {
    const { initializer, regularizer, constraint } = rules;
    const zeros = () => tf.initializers.zeros();
    return this.addWeight(
      this.weightPrefix + name,
      shape,
      "float32",
      initializer,
      regularizer ?? undefined,
      true,
      constraint ?? undefined,
      zeros,
    );
  }

  /** The state that the next batch starts with, of a stateful layer that is built. */
  get states(): tf.Tensor[] | undefined {
    return this.#state?.variables;
  }

  /**
   * Starts a stateful layer anew.
   *
   * @param states what to start with, each [B, H]; zeros without it
   * @throws {TypeError} when the layer is not stateful, or a state has another shape
   */
  override resetStates(states?: Tensors): void {
    if (!this.stateful) throw new TypeError(`Cannot reset ${this.name} as a stateful layer: it is not one`);
    this.#state?.set(asList(states));
  }

  /** Initial states may come behind the input in a list, or as `initialState`: symbolic tensors or tensors. */
  override apply(inputs: Tensors | Symbols, options: CallOptions = {}): Tensors | Symbols {
    const { initialState, ...rest } = options;
    const all = [...asList<tf.Tensor | tf.SymbolicTensor>(inputs), ...asList<unknown>(initialState)];
    return super.apply((all.length === 1 ? all[0]! : all) as tf.Tensor[], rest);
  }

  protected override assertInputCompatibility(inputs: Tensors | Symbols): void {
    this.checkInputs(asList<tf.Tensor | tf.SymbolicTensor>(inputs));
  }

  /** Throws what {@link checkInputs} throws, in the name of a wrapper where one is given. */
  checkInputs(inputs: (tf.Tensor | tf.SymbolicTensor)[], name = this.name): void {
    const { units, stateCount, features } = this;
    checkInputs({ name, units, stateCount, features }, inputs);
  }

  override call(inputs: Tensors, options: CallOptions = {}): Tensors {
    return tf.tidy(() => {
      const [x, ...given] = asList(inputs);
      const mask = mayCarryMask(this) ? options.mask : undefined;
      const { output, states } = this.run(x!, { ...options, mask, initialState: given });
      return this.returnState ? [output, ...states] : output;
    });
  }

  /**
   * Runs over a whole sequence and moves the state of a stateful layer on.
   *
   * @param x [B, T, F]
   * @param options mask, initial state; `inInputOrder` turns the output of a layer that goes backwards around
   */
  run(
    x: tf.Tensor,
    options: CallOptions & { inInputOrder?: boolean },
  ): { output: tf.Tensor; states: tf.Tensor[] } {
    const { mask, training, initialState } = options;
    const batch = x.shape[0]!, given = asList(initialState) as tf.Tensor[];
    if (given.length === 0) this.#state?.check(batch);
    checkMask(this.name, asList(mask)[0], x);
    const start = given.length > 0 ? given : this.#state?.variables;
    const call = { x, states: start, mask: asList(mask)[0], training: training ?? false };
    const result = native(this, call) ?? portable(this, call);
    this.#state?.set(result.states);
    const wanted = options.inInputOrder ?? !this.goBackwards;
    const turned = this.returnSequences && wanted !== result.inInputOrder;
    return { output: turned ? tf.reverse(result.output, 1) : result.output, states: result.states };
  }

  /**
   * Moves a state on by one step, without dropout; the layer's own state stays as it is.
   *
   * @param x [B, F]
   * @param states [h] or [h, c], each [B, H]
   * @returns the state after the step; its first tensor is the output
   */
  step(x: tf.Tensor, states: tf.Tensor[]): tf.Tensor[] {
    return tf.tidy(() => oneStep(this, x, states));
  }

  override computeMask(_inputs: Tensors, mask?: Tensors): tf.Tensor[] {
    const none = null as unknown as tf.Tensor;
    const shown = this.returnSequences ? asList(mask)[0] ?? none : none;
    return this.returnState ? [shown, ...new Array(this.stateCount).fill(none)] : [shown];
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape | Shape[] {
    const [batch, time] = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as Shape;
    const output = this.returnSequences ? [batch!, time!, this.units] : [batch!, this.units];
    return this.returnState ? [output, ...new Array(this.stateCount).fill([batch!, this.units])] : output;
  }

  override getConfig(): tf.serialization.ConfigDict {
    return {
      ...super.getConfig(),
      units: this.units,
      activation: this.activation.name,
      useBias: this.useBias,
      ...rulesConfig(this.#rules),
      dropout: this.dropout,
      recurrentDropout: this.recurrentDropout,
      returnSequences: this.returnSequences,
      returnState: this.returnState,
      goBackwards: this.goBackwards,
      stateful: this.stateful,
      ...(this.seed === undefined ? {} : { seed: this.seed }),
    } as tf.serialization.ConfigDict;
  }

  /** Where the dropout masks come from: others at each call. */
  noiseSeed(): SeedGenerator {
    return this.#noiseSeed ??= seedGenerator(this.seed ?? anySeed());
  }

  /** Frees weights, state and seed, and says how many weights: for a wrapper, which is disposed in its place. */
  override disposeWeights(): number {
    this.#noiseSeed?.dispose();
    this.#state?.dispose();
    return super.disposeWeights();
  }
}

function wholeUnits(units: number): number {
  if (Number.isInteger(units) && units > 0) return units;
  throw new RangeError(`Cannot use units as a whole number above zero: ${units}`);
}

function rate(value: number | undefined, what: string): number {
  const share = value ?? 0;
  if (share >= 0 && share < 1) return share;
  throw new RangeError(`Cannot use ${what} as a share in [0, 1): ${share}`);
}
