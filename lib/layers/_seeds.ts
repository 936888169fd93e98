/** A seed for what was given none: another one each time, as in Keras. */
export function anySeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]! >>> 1;
}
