import type { Batch, Dataset } from "./batch.ts";

/** How long an epoch is, and whether the next batch is fetched early. */
export interface FromGeneratorOptions {
  /** Batches of an epoch, Keras's `steps_per_epoch`: the generator may be endless. */
  batchesPerEpoch: number;
  /**
   * Asks for the next batch while the model trains on this one. For generators that wait for files or the network and
   * yield values; tensors must then outlive the next request. @default true for async generators
   */
  ahead?: boolean;
}

/**
 * A dataset from a function that starts a generator for each epoch, such as one that draws windows at random.
 *
 * @param start gives an epoch's batches; seeded by the epoch, a resumed training sees what an unbroken one does
 * @param options length of an epoch
 * @returns the dataset
 * @throws {RangeError} when batchesPerEpoch is not a whole number from 1, or, while training, when a generator ends before
 * @example
 * ```ts
 * import { fromGenerator } from "unroll/training/mod.ts";
 * import { random } from "unroll/core/mod.ts";
 * const data = fromGenerator(function* (epoch) {
 *   const { next } = random(7).fork(`epoch ${epoch}`);
 *   while (true) yield { x: { values: Float32Array.of(next()), shape: [1, 1] }, y: { values: Float32Array.of(1), shape: [1] } };
 * }, { batchesPerEpoch: 500 });
 * ```
 */
export function fromGenerator(
  start: (epoch: number) => Iterable<Batch> | AsyncIterable<Batch>,
  { batchesPerEpoch, ahead }: FromGeneratorOptions,
): Dataset {
  if (!(Number.isInteger(batchesPerEpoch) && batchesPerEpoch >= 1)) {
    throw new RangeError(`Cannot cut epochs as batchesPerEpoch >= 1, a whole number: ${batchesPerEpoch}`);
  }
  return {
    batchesPerEpoch,
    batches(epoch) {
      const source = start(epoch), isAsync = Symbol.asyncIterator in source;
      const iterator = isAsync ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
      return take(iterator, { count: batchesPerEpoch, ahead: ahead ?? isAsync });
    },
  };
}

type Source = Iterator<Batch> | AsyncIterator<Batch>;

/** The first batches of an iterator, each of the later ones asked for before or after the one before it is used. */
async function* take(
  source: Source,
  { count, ahead }: { count: number; ahead: boolean },
): AsyncGenerator<Batch> {
  let coming: Promise<IteratorResult<Batch>> | undefined;
  try {
    for (let taken = 0; taken < count; taken++) {
      const { done, value } = await (coming ?? ask(source));
      if (done) {
        throw new RangeError(
          `Cannot train on a generator as ${count} batches an epoch: it ended after ${taken}`,
        );
      }
      coming = ahead && taken + 1 < count ? ask(source) : undefined;
      yield value;
    }
  } finally {
    await coming?.catch(() => {}); // asked for, but training was stopped
    await source.return?.();
  }
}

/** A failure waits for the one who awaits it. */
function ask(source: Source): Promise<IteratorResult<Batch>> {
  const answer = Promise.try(() => source.next());
  answer.catch(() => {});
  return answer;
}
