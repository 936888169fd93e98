/** How much is read at once (bytes). */
const LENGTH = 1 << 18;

/** The bytes of a file, piece after piece, so that its size does not matter; each piece has memory of its own. */
export async function* filePieces(path: string): AsyncGenerator<Uint8Array> {
  using file = await Deno.open(path);
  for (;;) {
    const piece = new Uint8Array(LENGTH), read = await file.read(piece);
    if (read === null) return;
    yield piece.subarray(0, read);
  }
}
