import { CorruptError } from "../core/mod.ts";

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

const integers = 1, floats = 3, extensible = 0xfffe, unknownLength = 0xffffffff;
const encodings: Record<string, WavFormat["encoding"]> = {
  [`${integers} 8`]: "pcm8",
  [`${integers} 16`]: "pcm16",
  [`${integers} 24`]: "pcm24",
  [`${integers} 32`]: "pcm32",
  [`${floats} 32`]: "float32",
  [`${floats} 64`]: "float64",
};

/** Reads the chunks of a WAV file up to its samples. */
export function wavFormat(view: DataView): WavFormat {
  if (view.byteLength < 12 || word(view, 0) !== "RIFF" || word(view, 8) !== "WAVE") {
    throw new CorruptError(
      `Cannot decode as WAV: ${view.byteLength} bytes that don't begin with RIFF and WAVE`,
    );
  }
  let format: Omit<WavFormat, "offset" | "bytes"> | undefined;
  for (let at = 12; at + 8 <= view.byteLength;) {
    const name = word(view, at), size = view.getUint32(at + 4, true), from = at + 8;
    if (name === "data") return withData(view, format, { from, size });
    if (from + size > view.byteLength) throw truncated(`its chunk "${name}"`, size, view.byteLength - from);
    if (name === "fmt ") format = formatChunk(view, from, size);
    at = from + size + size % 2; // chunks begin at even places
  }
  throw new CorruptError("Cannot decode WAV as a file with samples: it has no data chunk");
}

function withData(
  view: DataView,
  format: Omit<WavFormat, "offset" | "bytes"> | undefined,
  { from, size }: { from: number; size: number },
): WavFormat {
  if (!format) throw new CorruptError("Cannot decode WAV as a file with a format: its data come before it");
  const there = view.byteLength - from, bytes = size === unknownLength ? there : size;
  if (bytes > there) throw truncated("its samples", bytes, there);
  const frame = format.channels * bytesOf(format.encoding);
  if (bytes % frame !== 0 && size !== unknownLength) {
    throw new CorruptError(`Cannot decode WAV as whole samples of ${frame} bytes: it has ${bytes}`);
  }
  return { ...format, offset: from, bytes: bytes - bytes % frame };
}

function formatChunk(view: DataView, at: number, size: number): Omit<WavFormat, "offset" | "bytes"> {
  if (size < 16) throw new CorruptError(`Cannot decode WAV as a format of 16 bytes or more: it has ${size}`);
  const tag = view.getUint16(at, true), bits = view.getUint16(at + 14, true);
  const channels = view.getUint16(at + 2, true), sampleRate = view.getUint32(at + 4, true);
  const kind = tag === extensible && size >= 26 ? view.getUint16(at + 24, true) : tag;
  const encoding = encodings[`${kind} ${bits}`];
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
