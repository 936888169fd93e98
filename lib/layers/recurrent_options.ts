import type { tf } from "../engine/mod.ts";
import type { Identifier } from "./_resolve.ts";
import type { Initializer } from "./_initializers.ts";

/** A regulariser of tfjs-layers. */
export type Regularizer = ReturnType<typeof tf.regularizers.l2>;
/** A constraint of tfjs-layers. */
export type Constraint = ReturnType<typeof tf.constraints.nonNeg>;

type LayerOptions = NonNullable<ConstructorParameters<typeof tf.layers.Layer>[0]>;

/** What every recurrent layer may be given: Keras's arguments, in camelCase, with Keras 3's defaults. */
export interface RecurrentOptions extends LayerOptions {
  /** H: size of the state and of the output. */
  units: number;
  /** Activation of the candidate and of the output; `null` for none. @default "tanh" */
  activation?: string | null;
  /** Add a bias. @default true */
  useBias?: boolean;
  /** @default "glorotUniform" */
  kernelInitializer?: Identifier<Initializer>;
  /** @default "orthogonal" */
  recurrentInitializer?: Identifier<Initializer>;
  /** @default "zeros" */
  biasInitializer?: Identifier<Initializer>;
  /** Penalty on the kernel. @default null */
  kernelRegularizer?: Identifier<Regularizer> | null;
  /** Penalty on the recurrent kernel. @default null */
  recurrentRegularizer?: Identifier<Regularizer> | null;
  /** Penalty on the bias. @default null */
  biasRegularizer?: Identifier<Regularizer> | null;
  /** What the kernel is held to after each step. @default null */
  kernelConstraint?: Identifier<Constraint> | null;
  /** What the recurrent kernel is held to. @default null */
  recurrentConstraint?: Identifier<Constraint> | null;
  /** What the bias is held to. @default null */
  biasConstraint?: Identifier<Constraint> | null;
  /** Share of the input that is dropped while training, in [0, 1); the same values at every step. @default 0 */
  dropout?: number;
  /** Share of the state that is dropped on its way into the gates, in [0, 1). @default 0 */
  recurrentDropout?: number;
  /** Seed of both dropouts, and of the random initialisers that have none of their own. @default another one each time */
  seed?: number;
  /** Give h of every step [B, T, H], not of the last alone [B, H]. @default false */
  returnSequences?: boolean;
  /** Give the state after the last step too. @default false */
  returnState?: boolean;
  /** Run from the last step to the first; the output is in that order too. @default false */
  goBackwards?: boolean;
  /** Start each batch where the one before ended; the batch size is then fixed. @default false */
  stateful?: boolean;
}

/** Recurrent layers with gates. */
export interface GatedOptions extends RecurrentOptions {
  /** Activation of the gates. @default "sigmoid" */
  recurrentActivation?: string | null;
}
