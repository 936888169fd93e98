import type { Waveform, Waveforms } from "./waveform.ts";

/** A waveform that can be worked on: samples, all of them numbers, and a rate. */
export function checkWaveform({ samples, sampleRate }: Waveform): void {
  if (!(sampleRate > 0 && Number.isFinite(sampleRate))) {
    throw new RangeError(`Cannot use a waveform as samples a second: the rate is ${sampleRate}`);
  }
  if (samples.length === 0) throw new RangeError("Cannot use a waveform as samples: there are none");
  if (allFinite(samples)) return;
  const at = samples.findIndex((value) => !Number.isFinite(value));
  throw new RangeError(`Cannot use a waveform as finite samples: sample ${at} is ${samples[at]}`);
}

/** NaN and infinities stay in a sum, and finite samples can't overflow it; the sums of four quarters don't wait for one another. */
function allFinite(samples: Float32Array): boolean {
  const quarter = samples.length >> 2;
  let a = 0, b = 0, c = 0, d = 0;
  for (let i = 0, j = quarter, k = 2 * quarter, l = 3 * quarter; i < quarter; i++, j++, k++, l++) {
    a += samples[i]!;
    b += samples[j]!;
    c += samples[k]!;
    d += samples[l]!;
  }
  for (let i = 4 * quarter; i < samples.length; i++) a += samples[i]!;
  return Number.isFinite(a + b + c + d);
}

/** The same for several, which have to be alike. */
export function waveformList(sound: Waveforms): readonly Waveform[] {
  const list: readonly Waveform[] = "samples" in sound ? [sound] : sound;
  if (list.length === 0) throw new RangeError("Cannot use waveforms as a batch: there are none");
  const [first] = list as [Waveform];
  for (const one of list) {
    checkWaveform(one);
    if (one.sampleRate !== first.sampleRate || one.samples.length !== first.samples.length) {
      throw new TypeError(
        `Cannot use waveforms as a batch of ${first.samples.length} samples at ${first.sampleRate} Hz: ` +
          `one has ${one.samples.length} at ${one.sampleRate} Hz`,
      );
    }
  }
  return list;
}

/** [] for one waveform, [n] for a list of n: the leading axes of a result. */
export function leadingShape(sound: Waveforms): number[] {
  return "samples" in sound ? [] : [sound.length];
}
