/** Bytes in pieces; says when nobody wants more. */
export async function* pieces(
  bytes: Uint8Array,
  length = 1000,
  ended: () => void = () => {},
): AsyncGenerator<Uint8Array> {
  try {
    for (let from = 0; from < bytes.length; from += length) {
      await Promise.resolve();
      yield bytes.subarray(from, from + length);
    }
  } finally {
    ended();
  }
}
