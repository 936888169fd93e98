import { constants, createGunzip } from "node:zlib";
import { CorruptError } from "../../core/mod.ts";

/**
 * What a gzip file holds, unpacked as its pieces arrive; one that breaks off gives what it holds so far. Node's unpacker, because
 * the browser's `DecompressionStream` drops what it has unpacked when the input breaks off.
 *
 * @param pieces the file's bytes
 * @param name the file's, for errors
 * @throws {CorruptError} when it is damaged
 */
export async function* gunzipped(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }), out: Uint8Array[] = [];
  const ended = new Promise<void>((resolve) => gunzip.on("close", () => resolve()));
  gunzip.on("error", () => {}).on("data", (piece: Uint8Array) => out.push(piece)); // told through `errored`
  try {
    for await (const piece of pieces) {
      await Promise.race([new Promise<void>((resolve) => gunzip.write(piece, () => resolve())), ended]);
      yield* out.splice(0);
      if (gunzip.errored) break;
    }
    gunzip.end(); // the last sums are compared here
    await ended;
    yield* out.splice(0);
    if (gunzip.errored) throw damaged(name, gunzip.errored);
  } finally {
    gunzip.destroy();
  }
}

function damaged(name: string, cause: Error): CorruptError {
  return new CorruptError(
    `Cannot unpack ${name} as gzip: ${cause.message}; remove it and run again: rm '${name}'`,
    { cause },
  );
}
