// Long because tfjs asks one class for a layer's weights, shapes, masks, states and configuration together.
import { tf } from "../engine/mod.ts";
import { mayCarryMask } from "./_carries_mask.ts";
import { checkMask } from "./_check_inputs.ts";
import { asList } from "./_lists.ts";
import { nativeBoth } from "./_native_both.ts";
import type { LayerRun } from "./_portable.ts";
import { type CallOptions, RecurrentLayer } from "./_recurrent_layer.ts";
import { register } from "./_register.ts";
import { type ClassConfig, resolve } from "./_resolve.ts";
import { withSeedsOf } from "./_seeds.ts";

type Tensors = tf.Tensor | tf.Tensor[];
type Symbols = tf.SymbolicTensor | tf.SymbolicTensor[];
type Shape = (number | null)[];

/** How the two directions become one output: side by side, added, multiplied, their mean, or not at all. */
export type MergeMode = "concat" | "sum" | "mul" | "ave" | null;

/** Arguments of {@link bidirectional}. */
export interface BidirectionalOptions extends NonNullable<ConstructorParameters<typeof tf.layers.Layer>[0]> {
  /** A recurrent layer of this library; both directions are made from its configuration, not from itself. */
  layer: tf.layers.Layer;
  /** @default "concat" */
  mergeMode?: MergeMode;
}

const merges: Readonly<Record<string, (a: tf.Tensor, b: tf.Tensor) => tf.Tensor>> = {
  concat: (a, b) => tf.concat([a, b], -1),
  sum: (a, b) => tf.add(a, b),
  mul: (a, b) => tf.mul(a, b),
  ave: (a, b) => tf.div(tf.add(a, b), 2),
};

/** The layer that {@link bidirectional} makes. */
export class Bidirectional extends tf.layers.Layer {
  /** What a saved model calls it: stock tfjs has the same layer. */
  static className = "Bidirectional";
  readonly forwardLayer: RecurrentLayer;
  readonly backwardLayer: RecurrentLayer;
  readonly mergeMode: MergeMode;
  readonly #layer: RecurrentLayer;

  constructor(options: BidirectionalOptions) {
    super(options);
    const { layer, mergeMode = "concat" } = options;
    if (!(layer instanceof RecurrentLayer)) {
      throw new TypeError(
        "Cannot run both ways as a recurrent layer of this library: received " +
          ((layer as tf.layers.Layer | undefined)?.getClassName?.() ?? String(layer)),
      );
    }
    if (mergeMode !== null && !(mergeMode in merges)) {
      throw new TypeError(
        `Cannot merge as one of ${Object.keys(merges).join(", ")} or null: "${String(mergeMode)}"`,
      );
    }
    this.mergeMode = mergeMode;
    this.#layer = layer;
    this.forwardLayer = copy(layer, { name: `forward_${layer.name}` });
    this.backwardLayer = copy(layer, { name: `backward_${layer.name}`, goBackwards: !layer.goBackwards });
    for (const each of [this.forwardLayer, this.backwardLayer]) each.weightPrefix = `${each.name}/`;
    this._stateful = layer.stateful;
    this.supportsMasking = true;
    this.inputSpec = layer.inputSpec;
    this.trainable = options.trainable ?? true;
  }

  /** The two directions; none yet while the base class constructs. */
  get #both(): RecurrentLayer[] {
    return this.backwardLayer ? [this.forwardLayer, this.backwardLayer] : [];
  }

  /** Give h of every step: what the wrapped layer says. */
  get returnSequences(): boolean {
    return this.#layer.returnSequences;
  }

  override get trainable(): boolean {
    return this.trainable_;
  }

  override set trainable(value: boolean) {
    this.trainable_ = value;
    for (const layer of this.#both) layer.trainable = value;
  }

  override get trainableWeights(): tf.LayerVariable[] {
    return this.#both.flatMap((layer) => layer.trainableWeights);
  }

  override get nonTrainableWeights(): tf.LayerVariable[] {
    return this.#both.flatMap((layer) => layer.nonTrainableWeights);
  }

  /** Keras's order: the forward layer's weights, then the backward layer's. */
  override get weights(): tf.LayerVariable[] {
    return this.#both.flatMap((layer) => layer.weights);
  }

  override get losses(): tf.layers.Layer["losses"] {
    return this.#both.flatMap((layer) => layer.losses);
  }

  override build(inputShape: Shape | Shape[]): void {
    for (const layer of this.#both) {
      layer.build(inputShape);
      layer.zeroOutputForMask = layer.returnSequences;
    }
    this.built = true;
  }

  /** Initial states, the forward layer's first, may come behind the input in a list, or as `initialState`. */
  override apply(inputs: Tensors | Symbols, options: CallOptions = {}): Tensors | Symbols {
    const { initialState, ...rest } = options;
    const all = [...asList<unknown>(inputs), ...asList<unknown>(initialState)];
    return super.apply((all.length === 1 ? all[0]! : all) as tf.Tensor[], rest);
  }

  protected override assertInputCompatibility(inputs: Tensors | Symbols): void {
    const [x, ...states] = asList<tf.Tensor | tf.SymbolicTensor>(inputs) as tf.Tensor[];
    const { stateCount } = this.forwardLayer;
    this.forwardLayer.checkInputs([x!, ...states.slice(0, stateCount)], this.name);
    if (states.length === 0) return;
    this.backwardLayer.checkInputs([x!, ...states.slice(stateCount)], this.name);
    if (states.length !== 2 * stateCount) {
      throw new TypeError(
        `Cannot start ${this.name} as a layer with ${2 * stateCount} states: received ${states.length}`,
      );
    }
  }

  override call(inputs: Tensors, options: CallOptions = {}): Tensors {
    return tf.tidy(() => {
      const [x, ...states] = asList(inputs), half = states.length / 2;
      const mask = mayCarryMask(this) ? options.mask : undefined;
      const inInputOrder = !this.forwardLayer.goBackwards; // the backward layer's output is turned as the forward one's
      const run = (layer: RecurrentLayer, initialState: tf.Tensor[]) =>
        layer.run(x!, { ...options, mask, initialState, inInputOrder });
      const [ahead, back] = this.#atOnce(x!, states, { ...options, mask }) ??
        [run(this.forwardLayer, states.slice(0, half)), run(this.backwardLayer, states.slice(half))];
      const outputs = this.mergeMode
        ? [merges[this.mergeMode]!(ahead!.output, back!.output)]
        : [ahead!.output, back!.output];
      if (this.#layer.returnState) outputs.push(...ahead!.states, ...back!.states);
      return outputs.length > 1 ? outputs : outputs[0]!;
    });
  }

  /** Both directions in one native run, where there is one. */
  #atOnce(
    x: tf.Tensor,
    states: tf.Tensor[],
    { mask, training = false }: CallOptions,
  ): LayerRun[] | undefined {
    const [given] = asList(mask);
    checkMask(this.name, given, x);
    const start = states.length > 0 ? states : undefined;
    return nativeBoth([this.forwardLayer, this.backwardLayer], { x, states: start, mask: given, training });
  }

  override computeMask(_inputs: Tensors, mask?: Tensors): tf.Tensor[] {
    const none = null as unknown as tf.Tensor, { returnState, stateCount } = this.#layer;
    const shown = this.returnSequences ? asList(mask)[0] ?? none : none;
    const outputs = this.mergeMode ? [shown] : [shown, shown];
    return returnState ? [...outputs, ...new Array(2 * stateCount).fill(none)] : outputs;
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape | Shape[] {
    const [first, ...states] = shapeList(this.forwardLayer.computeOutputShape(inputShape));
    const widened = this.mergeMode === "concat" ? [...first!.slice(0, -1), 2 * this.#layer.units] : first!;
    const outputs = this.mergeMode ? [widened] : [widened, [...widened]];
    const all = [...outputs, ...states, ...states];
    return all.length > 1 ? all : all[0]!;
  }

  /** Starts both directions of a stateful layer anew: from zeros, or from the given states, the forward ones first. */
  override resetStates(states?: Tensors): void {
    const given = asList(states), half = given.length / 2;
    this.forwardLayer.resetStates(given.slice(0, half));
    this.backwardLayer.resetStates(given.slice(half));
  }

  override setFastWeightInitDuringBuild(value: boolean): void {
    for (const layer of this.#both) layer.setFastWeightInitDuringBuild(value);
  }

  override getConfig(): tf.serialization.ConfigDict {
    const layer = { className: this.#layer.getClassName(), config: this.#layer.getConfig() };
    return {
      ...super.getConfig(),
      layer,
      mergeMode: this.mergeMode,
    } as unknown as tf.serialization.ConfigDict;
  }

  static override fromConfig<T extends tf.serialization.Serializable>(
    cls: tf.serialization.SerializableConstructor<T>,
    config: tf.serialization.ConfigDict,
  ): T {
    const layer = resolve<tf.layers.Layer>(config.layer as unknown as ClassConfig, "layer");
    return new cls({ ...config, layer } as unknown as tf.serialization.ConfigDict);
  }

  protected override disposeWeights(): number {
    return this.#both.reduce((count, layer) => count + layer.disposeWeights(), 0);
  }
}

/** A layer of the same configuration, with its own weights. */
function copy(layer: RecurrentLayer, changes: Partial<RecurrentLayer>): RecurrentLayer {
  const { className } = layer.constructor as typeof RecurrentLayer & { className: string };
  const turned = changes.goBackwards !== undefined, config = layer.getConfig();
  const own = turned ? withSeedsOf("backward", config) : config;
  return resolve<RecurrentLayer>({ className, config: { ...own, ...changes } as never }, "layer");
}

function shapeList(shapes: Shape | Shape[]): Shape[] {
  return (Array.isArray(shapes[0]) ? shapes : [shapes]) as Shape[];
}

/**
 * Runs a recurrent layer forwards and backwards over time, with Keras's arguments, weights, masks and numbers.
 *
 * @param options the layer and how the directions merge
 * @returns a layer from [B, T, F] to [B, 2 H] (or [B, T, 2 H]) with `concat`, [B, H] with the other merges, two tensors
 * with `null`; then, with `returnState`, the states of the forward and of the backward layer
 * @throws {TypeError} when the layer is no recurrent layer of this library, or the merge mode is not known
 * @see Schuster and Paliwal (1997), Bidirectional Recurrent Neural Networks; https://keras.io/api/layers/recurrent_layers/bidirectional/
 * @example
 * ```ts
 * import { tf } from "unroll/engine/mod.ts";
 * import { bidirectional, lstm } from "unroll/layers/mod.ts";
 * const both = bidirectional({ layer: lstm({ units: 8 }) }).apply(tf.zeros([2, 5, 3])) as tf.Tensor; // [2, 16]
 * ```
 */
export function bidirectional(options: BidirectionalOptions): tf.layers.Layer {
  register(Bidirectional);
  return new Bidirectional(options);
}
