import { CorruptError } from "../../core/mod.ts";

/** What a WAV file's chunks say. */
export interface WavFormat {
  /** "pcm8" is unsigned, "pcm16" to "pcm32" signed, "float32" and "float64" IEEE. */
  encoding: "pcm8" | "pcm16" | "pcm24" | "pcm32" | "float32" | "float64";
  channels: number;
  sampleRate: number;
  /** Where the samples lie. */
  offset: number;
  bytes: number;
}

const integers = 1, floats = 3, extensible = 0xfffe;
const encodings: Record<string, WavFormat["encoding"]> = {
  [`${integers} 8`]: "pcm8",
  [`${integers} 16`]: "pcm16",
  [`${integers} 24`]: "pcm24",
  [`${integers} 32`]: "pcm32",
  [`${floats} 32`]: "float32",
  [`${floats} 64`]: "float64",
};

type Coding = Omit<WavFormat, "offset" | "bytes">;

/** Reads the chunks of a WAV file up to its samples; "RF64" and "BW64" say in a chunk of their own what 32 bits can't. */
export function wavFormat(view: DataView): WavFormat {
  if (view.byteLength < 12 || !/RIFF|RF64|BW64/.test(word(view, 0)) || word(view, 8) !== "WAVE") {
    throw new CorruptError(
      `Cannot decode as WAV: ${view.byteLength} bytes that don't begin with RIFF and WAVE`,
    );
  }
  let coding: Coding | undefined, long: number | undefined;
  for (let at = 12; at + 8 <= view.byteLength;) {
    const name = word(view, at), size = view.getUint32(at + 4, true), from = at + 8;
    if (name === "data") return withData(view, coding, { from, size: dataSize(view, { from, size, long }) });
    if (from + size > view.byteLength) throw truncated(`its chunk "${name}"`, size, view.byteLength - from);
    if (name === "fmt ") coding = formatChunk(view, from, size);
    if (name === "ds64" && size >= 16) long = Number(view.getBigUint64(from + 8, true));
    at = from + size + size % 2; // chunks begin at even places
  }
  throw new CorruptError("Cannot decode WAV as a file with samples: it has no data chunk");
}

/** Bytes of samples, or undefined where a program that couldn't go back never filled them in: that leaves 0, or about 2³¹ or 2³². */
function dataSize(
  view: DataView,
  { from, size, long }: { from: number; size: number; long: number | undefined },
): number | undefined {
  const there = view.byteLength - from, room = 4096;
  if (size === 0xffffffff) return long;
  if (size === 0) return view.getUint32(4, true) + 8 < view.byteLength ? undefined : 0;
  return size > there && [2 ** 31, 2 ** 32].some((most) => size <= most && size >= most - room)
    ? undefined
    : size;
}

function withData(
  view: DataView,
  coding: Coding | undefined,
  { from, size }: { from: number; size: number | undefined },
): WavFormat {
  if (!coding) throw new CorruptError("Cannot decode WAV as a file with a format: its data come before it");
  const there = view.byteLength - from, bytes = size ?? there;
  if (bytes > there) throw truncated("its samples", bytes, there);
  const frame = coding.channels * bytesOf(coding.encoding);
  if (bytes % frame !== 0 && size !== undefined) {
    throw new CorruptError(`Cannot decode WAV as whole samples of ${frame} bytes: it has ${bytes}`);
  }
  return { ...coding, offset: from, bytes: bytes - bytes % frame };
}

function formatChunk(view: DataView, at: number, size: number): Coding {
  if (size < 16) throw new CorruptError(`Cannot decode WAV as a format of 16 bytes or more: it has ${size}`);
  const tag = view.getUint16(at, true), bits = view.getUint16(at + 14, true);
  const channels = view.getUint16(at + 2, true), sampleRate = view.getUint32(at + 4, true);
  const kind = tag === extensible && size >= 26 ? view.getUint16(at + 24, true) : tag;
  const encoding = encodings[`${kind} ${8 * Math.ceil(bits / 8)}`]; // 12 bits are the upper ones of 16
  if (!encoding) {
    throw new CorruptError(
      `Cannot decode WAV as integers of 8, 16, 24, 32 bits or floats of 32, 64: format ${kind}, ${bits} bits`,
    );
  }
  if (channels === 0 || sampleRate === 0) {
    throw new CorruptError(`Cannot decode WAV as sound: ${channels} channels at ${sampleRate} Hz`);
  }
  return { encoding, channels, sampleRate };
}

function truncated(what: string, promised: number, there: number): CorruptError {
  return new CorruptError(
    `Cannot decode WAV as whole: ${what} should have ${promised} bytes, ${there} are there`,
  );
}

function word(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
}

/** Bytes of one sample. */
export function bytesOf(encoding: WavFormat["encoding"]): number {
  return Number(/\d+$/.exec(encoding)![0]) / 8;
}
