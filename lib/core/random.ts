/** A seeded source of random numbers: the same seed gives the same numbers on every machine. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [low, high). */
  integer(low: number, high: number): number;
  /** A draw from the standard normal distribution. */
  normal(): number;
  /** Shuffles an array in place (Fisher and Yates) and returns it. */
  shuffle<T extends { length: number; [index: number]: unknown }>(items: T): T;
  /** An independent source, the same for the same parent seed and label. */
  fork(label: string): Random;
}

/**
 * Makes a seeded random source (sfc32, a small fast counter generator that passes PractRand).
 *
 * @param seed any finite number
 * @returns the source
 * @throws {RangeError} when the seed is not finite
 * @example
 * ```ts
 * import { random } from "unroll/core/mod.ts";
 * const order = random(7).shuffle([0, 1, 2, 3]);
 * ```
 */
export function random(seed: number): Random {
  if (!Number.isFinite(seed)) throw new RangeError(`Cannot seed as a finite number: ${seed}`);
  return fromKey(String(seed));
}

function fromKey(key: string): Random {
  const next = sfc32(key);
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low));
  return {
    next,
    integer,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    shuffle(items) {
      for (let i = items.length - 1; i > 0; i--) {
        const j = integer(0, i + 1);
        [items[i], items[j]] = [items[j], items[i]];
      }
      return items;
    },
    fork: (label) => fromKey(`${key}/${label}`),
  };
}

/** Chris Doty-Humphrey's sfc32, seeded from a string by an FNV-1a hash. */
function sfc32(key: string): () => number {
  let a = hash(key, 0x811c9dc5), b = hash(key, 0x01234567), c = hash(key, 0x89abcdef), counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

function hash(text: string, start: number): number {
  let value = start;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value | 0;
}
