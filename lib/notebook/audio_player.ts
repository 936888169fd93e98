import { escapeHtml } from "./_html.ts";
import { encodeWav } from "./_wav.ts";
import { type Displayable, displayable } from "./displayable.ts";
import { formatDuration } from "./format_duration.ts";

/** Sound with its sampling rate. */
export interface Sound {
  /** Amplitudes from -1 to 1, one channel. */
  samples: ArrayLike<number>;
  /** Samples a second (Hz). */
  sampleRate: number;
}

/** Options of {@linkcode audioPlayer}. */
export interface AudioPlayerOptions {
  /** What one hears. @default "Sound" */
  caption?: string;
}

/**
 * A player for sound that is part of the page: 16-bit WAV inside the HTML, so that a report plays it offline.
 *
 * @param sound samples [n] in -1..1 (louder ones are clipped) and their rate in Hz
 * @param options a caption
 * @returns what `show` takes
 * @throws {RangeError} when the rate isn't a positive number or there are no samples
 * @example
 * ```ts
 * import { audioPlayer, show } from "unroll/notebook/mod.ts";
 * const samples = Float32Array.from({ length: 8000 }, (_, i) => 0.3 * Math.sin(2 * Math.PI * 440 * i / 8000));
 * show(audioPlayer({ samples, sampleRate: 8000 }, { caption: "A440, one second" }));
 * ```
 */
export function audioPlayer(sound: Sound, options: AudioPlayerOptions = {}): Displayable {
  const { samples, sampleRate } = sound;
  if (!(sampleRate > 0 && Number.isFinite(sampleRate))) {
    throw new RangeError(`Cannot play sound as samples a second: the rate is ${sampleRate}`);
  }
  if (samples.length === 0) throw new RangeError("Cannot play sound as samples: there are none");
  const caption = options.caption ?? "Sound";
  const text = `${caption}: ${formatDuration(samples.length / sampleRate)} at ${sampleRate} Hz`;
  const address = `data:audio/wav;base64,${encodeWav(samples, sampleRate).toBase64()}`;
  const player =
    `<audio controls preload="metadata" src="${address}" style="height:2.5em;max-width:100%"></audio>`;
  return displayable({
    "text/html": `<figure style="margin:0.5em 0">${player}<figcaption>${
      escapeHtml(text)
    }</figcaption></figure>`,
    "text/plain": text,
  });
}
