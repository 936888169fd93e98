import type { Waveform, Waveforms } from "./waveform.ts";

/** A waveform that can be worked on: samples, all of them numbers, and a rate. */
export function checkWaveform({ samples, sampleRate }: Waveform): void {
  if (!(sampleRate > 0 && Number.isFinite(sampleRate))) {
    throw new RangeError(`Cannot use a waveform as samples a second: the rate is ${sampleRate}`);
  }
  if (samples.length === 0) throw new RangeError("Cannot use a waveform as samples: there are none");
  let sum = 0;
  for (let i = 0; i < samples.length; i++) sum += samples[i]! * 0; // NaN and infinities stay in the sum
  if (sum === 0) return;
  const at = samples.findIndex((value) => !Number.isFinite(value));
  throw new RangeError(`Cannot use a waveform as finite samples: sample ${at} is ${samples[at]}`);
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
