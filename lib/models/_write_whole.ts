/** Writes a file whole or not at all: to a neighbour first, which is renamed once all of it is on the disk. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.${Deno.pid}.unfinished`;
  try {
    using file = await Deno.open(unfinished, { write: true, create: true, truncate: true });
    for (let from = 0; from < bytes.length;) from += await file.write(bytes.subarray(from));
    await file.sync();
    await Deno.rename(unfinished, path);
  } catch (error) {
    await Deno.remove(unfinished).catch(() => {});
    throw error;
  }
}
