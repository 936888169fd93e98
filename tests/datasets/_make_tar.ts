/** A ustar archive of files. */
export function makeTar(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array<ArrayBuffer> {
  const blocks = Object.entries(files).flatMap(([path, content]) => {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    const body = new Uint8Array(Math.ceil(bytes.length / 512) * 512);
    body.set(bytes);
    return [header(path, bytes.length), body];
  });
  return concatenated([...blocks, new Uint8Array(1024)]);
}

function header(path: string, size: number): Uint8Array {
  const block = new Uint8Array(512), encoder = new TextEncoder();
  const put = (place: number, text: string) => block.set(encoder.encode(text), place);
  const cut = path.length > 100 ? path.lastIndexOf("/", 154) : -1;
  put(0, path.slice(cut + 1));
  put(345, path.slice(0, Math.max(cut, 0)));
  put(100, "0000644"); // mode, owner, group: package clients want them
  put(108, "0000000");
  put(116, "0000000");
  put(136, "00000000000");
  put(124, size.toString(8).padStart(11, "0"));
  put(156, path.endsWith("/") ? "5" : "0");
  put(257, "ustar\0" + "00");
  put(148, "        ");
  put(148, block.reduce((sum, byte) => sum + byte, 0).toString(8).padStart(6, "0") + "\0 ");
  return block;
}

function concatenated(blocks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(blocks.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const block of blocks) {
    whole.set(block, place);
    place += block.length;
  }
  return whole;
}
