import { random } from "../core/mod.ts";
import type { ClassConfig } from "./_resolve.ts";

/** A seed for what was given none: another one each time, as in Keras. */
export function anySeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]! >>> 1;
}

/** The seed of a part of what has a seed: parts with one seed would begin alike. */
export function seedFor(seed: number, part: string): number {
  return random(seed).fork(part).integer(0, 2 ** 31);
}

const kinds = ["kernel", "recurrent", "bias"] as const;

/** A recurrent layer's configuration for its twin: what its seed decided, the twin's decides anew; an initialiser's own seed stays. */
export function withSeedsOf(part: string, config: Record<string, unknown>): Record<string, unknown> {
  const { seed } = config;
  if (typeof seed !== "number") return config;
  const twin: Record<string, unknown> = { ...config, seed: seedFor(seed, part) };
  for (const kind of kinds) {
    const key = `${kind}Initializer`, initializer = config[key] as ClassConfig | null;
    if (initializer?.config.seed !== seedFor(seed, kind)) continue;
    const own = seedFor(seedFor(seed, part), kind);
    twin[key] = { ...initializer, config: { ...initializer.config, seed: own } };
  }
  return twin;
}
