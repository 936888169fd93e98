import { tf } from "../engine/mod.ts";

/** A serialised object of tfjs-layers. */
export interface ClassConfig {
  className: string;
  config: tf.serialization.ConfigDict;
}

/** How an initialiser, regulariser or constraint may be given: a name, a configuration, or the object itself. */
export type Identifier<T> = string | ClassConfig | T;

/**
 * Turns an identifier into the object that tfjs registered under its name.
 *
 * @param identifier a name in camelCase, a `{ className, config }`, or the object
 * @param what the argument, as the error names it
 * @throws {TypeError} when tfjs has no such class
 */
export function resolve<T>(identifier: Identifier<T>, what: string): T {
  if (typeof identifier !== "string" && !isConfig(identifier)) return identifier;
  const { className, config } = isConfig(identifier)
    ? identifier
    : { className: classNameOf(identifier), config: {} };
  const found = tf.serialization.SerializationMap.getMap().classNameMap[className];
  if (!found) {
    throw new TypeError(`Cannot use ${what} as a name or configuration that tfjs knows: "${className}"`);
  }
  return found[1](found[0], config) as T;
}

/** What a saved model holds for an object, or null for none. */
export function serialized(object: tf.serialization.Serializable | null): ClassConfig | null {
  return object && { className: object.getClassName(), config: object.getConfig() };
}

function isConfig(value: unknown): value is ClassConfig {
  return typeof value === "object" && value !== null &&
    typeof (value as ClassConfig).className === "string" &&
    typeof (value as { getConfig?: unknown }).getConfig !== "function";
}

/** "l2" is "L1L2" in tfjs; the others only start with a capital. */
function classNameOf(name: string): string {
  if (name === "l1l2" || name === "l1" || name === "l2") return "L1L2";
  return name.charAt(0).toUpperCase() + name.slice(1).replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
}
