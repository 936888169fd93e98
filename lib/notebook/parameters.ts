import { env } from "./_host.ts";
import { type Profile, profile } from "./profile.ts";

/** A parameter's value. */
export type Value = number | string | boolean | null | readonly Value[];

/** A parameter: one value, or one for each profile. */
export type Parameter = Value | { readonly quick: Value; readonly full: Value };

/** What `parameters` gives for given defaults: each one's value in the running profile, and the profile. */
export type ParametersOf<T> =
  & {
    readonly [K in keyof T]: T[K] extends { readonly quick: infer Q; readonly full: infer F } ? Widen<Q | F>
      : Widen<T[K]>;
  }
  & { readonly profile: Profile };

type Widen<T> = T extends number ? number
  : T extends string ? string
  : T extends boolean ? boolean
  : T extends readonly (infer U)[] ? readonly Widen<U>[]
  : T;

/**
 * A notebook's parameters in one frozen object: each field's value in the profile of `UNROLL_PROFILE`, replaced by what
 * `UNROLL_SET` (a JSON object) says. So a report runs with other parameters and the notebook stays as it is.
 *
 * @param defaults name -> value, or name -> `{ quick, full }`
 * @returns the same names with one value each, and `profile`; frozen, arrays too
 * @throws {RangeError} when UNROLL_PROFILE or a name in UNROLL_SET is unknown
 * @throws {TypeError} when a value in UNROLL_SET is of another type than the default
 * @throws {SyntaxError} when UNROLL_SET isn't JSON
 * @example
 * ```ts
 * import { parameters } from "unroll/notebook/mod.ts";
 * const params = parameters({
 *   seed: 7, // of data order, initial weights and sampling
 *   sequenceLength: 100, // characters; the study's own
 *   epochs: { quick: 1, full: 50 }, // the study trains 50
 * });
 * ```
 */
export function parameters<const T extends Readonly<Record<string, Parameter>>>(
  defaults: T,
): ParametersOf<T> {
  const name = profile();
  if ("profile" in defaults) {
    throw new RangeError("Cannot take a parameter named profile: UNROLL_PROFILE sets it");
  }
  const chosen: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(defaults)) chosen[key] = isVariants(value) ? value[name] : value;
  for (const [key, value] of Object.entries(overrides())) chosen[key] = replaced(chosen, key, value);
  for (const value of Object.values(chosen)) freeze(value);
  return Object.freeze({ ...chosen, profile: name }) as ParametersOf<T>;
}

function isVariants(value: Parameter): value is { readonly quick: Value; readonly full: Value } {
  return typeof value === "object" && value !== null && "quick" in value && "full" in value;
}

/** What UNROLL_SET holds. */
function overrides(): Record<string, unknown> {
  const text = env("UNROLL_SET");
  if (text === undefined) return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SyntaxError(`Cannot read UNROLL_SET as JSON, as in {"epochs":3}: ${text}`);
  }
  if (kindOf(value) === "object") return value as Record<string, unknown>;
  throw new TypeError(`Cannot read UNROLL_SET as an object, as in {"epochs":3}: ${text}`);
}

function replaced(chosen: Record<string, unknown>, key: string, value: unknown): unknown {
  if (!Object.hasOwn(chosen, key)) {
    const names = Object.keys(chosen).join(", ");
    throw new RangeError(`Cannot set ${key} as a parameter of this notebook: it has ${names}`);
  }
  const wanted = kindOf(chosen[key]), got = kindOf(value);
  if (wanted === got || wanted === "null") return value;
  throw new TypeError(
    `Cannot set ${key} as a ${wanted} (its default is ${JSON.stringify(chosen[key])}): ${
      JSON.stringify(value)
    }`,
  );
}

/** The type as JSON names it, with the type of an array's items. */
function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (!Array.isArray(value)) return typeof value;
  return value.length ? `array of ${[...new Set(value.map(kindOf))].join(" and ")}` : "array";
}

function freeze(value: unknown): void {
  if (!Array.isArray(value)) return;
  value.forEach(freeze);
  Object.freeze(value);
}
