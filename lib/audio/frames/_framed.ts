import { leadingShape, waveformList } from "../_check_waveform.ts";
import { framePlan } from "./_frame_plan.ts";
import type { FrameOptions, Frames } from "./frame.ts";
import type { Waveforms } from "../waveform.ts";

/** One number for each frame of samples, which are not copied. */
export function framed(
  sound: Waveforms,
  options: FrameOptions,
  of: (frame: Float32Array) => number,
): Frames {
  const list = waveformList(sound), { sampleRate, samples } = list[0]!;
  const { frames, frameLength, hopLength, pad } = framePlan(samples.length, options);
  const values = new Float32Array(list.length * frames);
  list.forEach((one, clip) => {
    const padded = pad(one.samples);
    for (let t = 0; t < frames; t++) {
      values[clip * frames + t] = of(padded.subarray(t * hopLength, t * hopLength + frameLength));
    }
  });
  return { values, shape: [...leadingShape(sound), frames], sampleRate, hopLength };
}
