/** One point of TensorBoard: scalars by name at a step. */
export interface ScalarEvent {
  /** Seconds since 1970, UTC. */
  wallTime: number;
  step: number;
  scalars: Readonly<Record<string, number>>;
}

/** The record that an event file begins with. */
export function fileStart(wallTime: number): Uint8Array<ArrayBuffer> {
  return record([...double(1, wallTime), ...text(3, "brain.Event:2")]);
}

/** An event as a record of TensorFlow's `Event` message (tensorflow/core/util/event.proto). */
export function scalarRecord({ wallTime, step, scalars }: ScalarEvent): Uint8Array<ArrayBuffer> {
  const values = Object.entries(scalars).flatMap(([name, value]) =>
    bytes(1, [...text(1, name), ...float(2, value)])
  );
  return record([...double(1, wallTime), ...key(2, 0), ...varint(step), ...bytes(5, values)]);
}

/** A TFRecord: length (uint64), its checksum, the data, theirs. */
function record(data: number[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(data.length + 16), view = new DataView(whole.buffer);
  view.setBigUint64(0, BigInt(data.length), true);
  view.setUint32(8, masked(whole.subarray(0, 8)), true);
  whole.set(data, 12);
  view.setUint32(12 + data.length, masked(whole.subarray(12, 12 + data.length)), true);
  return whole;
}

function masked(data: Uint8Array): number {
  const sum = crc32c(data);
  return (((sum >>> 15) | (sum << 17)) + 0xa282ead8) >>> 0;
}

/** Castagnoli's checksum. */
export function crc32c(data: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0x82f63b78 : 0);
  }
  return ~sum >>> 0;
}

function key(field: number, type: number): number[] {
  return [(field << 3) | type];
}

function varint(value: number): number[] {
  const low = value % 128;
  return value < 128 ? [low] : [low | 128, ...varint((value - low) / 128)];
}

function bytes(field: number, data: number[]): number[] {
  return [...key(field, 2), ...varint(data.length), ...data];
}

function text(field: number, value: string): number[] {
  return bytes(field, [...new TextEncoder().encode(value)]);
}

function double(field: number, value: number): number[] {
  return [...key(field, 1), ...new Uint8Array(new Float64Array([value]).buffer)];
}

function float(field: number, value: number): number[] {
  return [...key(field, 5), ...new Uint8Array(new Float32Array([value]).buffer)];
}
