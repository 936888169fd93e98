/** Whether an MPEG frame of layer III can begin at a place: its synchronisation, layer, and a bit rate that there is. */
export function isMp3Frame(bytes: Uint8Array, at: number): boolean {
  const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
  return first === 0xff && (second & 0xe6) === 0xe2 && third >> 4 !== 15;
}

/** Whether the first frame is of one channel. */
export function isMonoMp3(bytes: Uint8Array): boolean {
  let at = bytes.indexOf(0xff);
  while (at >= 0 && !isMp3Frame(bytes, at)) at = bytes.indexOf(0xff, at + 1);
  return at >= 0 && bytes[at + 3]! >> 6 === 3;
}
