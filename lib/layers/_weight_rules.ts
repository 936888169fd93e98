import type { tf } from "../engine/mod.ts";
import { getInitializer, type Initializer } from "./_initializers.ts";
import { type ClassConfig, resolve, serialized } from "./_resolve.ts";
import { seedFor } from "./_seeds.ts";
import type { Constraint, RecurrentOptions, Regularizer } from "./recurrent_options.ts";

/** How one kind of weight starts, is punished and is held. */
export interface WeightRules {
  readonly initializer: Initializer;
  readonly regularizer: Regularizer | null;
  readonly constraint: Constraint | null;
}

/** The kinds of weight that every recurrent layer has. */
export type WeightKind = "kernel" | "recurrent" | "bias";

const defaults: Readonly<Record<WeightKind, string>> = {
  kernel: "glorotUniform",
  recurrent: "orthogonal",
  bias: "zeros",
};

/** Reads the rules from a layer's options. */
export function weightRules(options: RecurrentOptions): Record<WeightKind, WeightRules> {
  const { seed } = options;
  const rules = (kind: WeightKind): WeightRules => {
    const own = seed == null ? undefined : seedFor(seed, kind); // null in a configuration
    const regularizer = options[`${kind}Regularizer`], constraint = options[`${kind}Constraint`];
    return {
      initializer: getInitializer(options[`${kind}Initializer`], defaults[kind], own),
      regularizer: regularizer ? resolve(regularizer, `${kind}Regularizer`) : null,
      constraint: constraint ? resolve(constraint, `${kind}Constraint`) : null,
    };
  };
  return { kernel: rules("kernel"), recurrent: rules("recurrent"), bias: rules("bias") };
}

/** The rules as a saved model holds them. */
export function rulesConfig(all: Record<WeightKind, WeightRules>): tf.serialization.ConfigDict {
  const entries: [string, ClassConfig | null][] = [];
  for (const [kind, { initializer, regularizer, constraint }] of Object.entries(all)) {
    entries.push([`${kind}Initializer`, serialized(initializer)]);
    entries.push([`${kind}Regularizer`, serialized(regularizer)]);
    entries.push([`${kind}Constraint`, serialized(constraint)]);
  }
  return Object.fromEntries(entries) as unknown as tf.serialization.ConfigDict;
}
