import { Buffer } from "node:buffer";
import { crc32, deflateRawSync } from "node:zlib";

/** A member: its text, or its packed bytes with the method that its header claims. */
export type Member = string | { packed: Uint8Array; method: number };

/** A ZIP archive; texts are deflated. */
export function makeZip(members: Readonly<Record<string, Member>>): Uint8Array<ArrayBuffer> {
  const body: Uint8Array[] = [], directory: Uint8Array[] = [];
  for (const [name, member] of Object.entries(members)) {
    const text = typeof member === "string" ? new TextEncoder().encode(member) : member.packed;
    const place = lengthOf(body);
    const { packed, method } = typeof member === "string"
      ? { packed: deflateRawSync(text), method: 8 }
      : member;
    const title = new TextEncoder().encode(name);
    const facts = Uint8Array.from([
      ...[20, 0, method, 0, 0x21].flatMap((value) => bytes(value, 2)),
      ...[crc32(text), packed.length, text.length].flatMap((value) => bytes(value, 4)),
      ...bytes(title.length, 2),
    ]);
    body.push(Uint8Array.from(bytes(0x04034b50, 4)), facts, new Uint8Array(2), title, packed);
    const rest = [...bytes(0, 12), ...bytes(place, 4)];
    directory.push(Uint8Array.from([...bytes(0x02014b50, 4), 20, 0, ...facts, ...rest]), title);
  }
  const count = bytes(Object.keys(members).length, 2);
  const sizes = [...bytes(lengthOf(directory), 4), ...bytes(lengthOf(body), 4), 0, 0];
  const end = Uint8Array.from([...bytes(0x06054b50, 4), 0, 0, 0, 0, ...count, ...count, ...sizes]);
  return Uint8Array.from(Buffer.concat([...body, ...directory, end]));
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}

/** A little-endian number. */
function bytes(value: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => i < 4 ? (value >>> (8 * i)) & 255 : 0);
}
