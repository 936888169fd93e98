/** Whether an MPEG frame of layer III can begin at a place: its synchronisation, layer, and a bit rate that there is. */
export function isMp3Frame(bytes: Uint8Array, at: number): boolean {
  const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
  return first === 0xff && (second & 0xe6) === 0xe2 && third >> 4 !== 15;
}

/** Where the first frame begins, or -1. */
function firstFrame(bytes: Uint8Array): number {
  let at = bytes.indexOf(0xff);
  while (at >= 0 && !isMp3Frame(bytes, at)) at = bytes.indexOf(0xff, at + 1);
  return at;
}

/** Whether the first frame is of one channel. */
export function isMonoMp3(bytes: Uint8Array): boolean {
  const at = firstFrame(bytes);
  return at >= 0 && bytes[at + 3]! >> 6 === 3;
}

/**
 * Bytes of the whole sound by the note that encoders put into the first frame, behind its empty side information ("Xing", or "Info"
 * for a constant bit rate: flags, where 1 stands for a count of frames and 2 for one of bytes, and then both); 0 where there is none.
 */
export function mp3Bytes(bytes: Uint8Array): number {
  const first = firstFrame(bytes), isMpeg1 = (bytes[first + 1]! & 8) !== 0, isMono = isMonoMp3(bytes);
  const sideInformation = isMpeg1 ? (isMono ? 17 : 32) : isMono ? 9 : 17;
  const checksum = (bytes[first + 1]! & 1) === 0 ? 2 : 0, at = first + 4 + checksum + sideInformation;
  const flags = bytes[at + 7]!, place = at + 8 + ((flags & 1) === 0 ? 0 : 4);
  const isNoted = /^(Xing|Info)$/.test(String.fromCharCode(...bytes.subarray(at, at + 4)));
  if (first < 0 || !isNoted || (flags & 2) === 0 || place + 4 > bytes.length) return 0;
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(place);
}
