import { readTensor, tf } from "../../engine/mod.ts";
import { frameCutter } from "./_frame_cutter.ts";
import { oneFrame } from "./one_frame.ts";

/** How sound becomes what the model reads. */
export interface VoiceDetectorOptions {
  /** Samples of a frame. */
  frameLength: number;
  /** Samples from one frame to the next. */
  hopLength: number;
  /** Features of one frame of samples. @default the samples themselves, for a model of waveforms */
  features?: (frame: Float32Array) => Float32Array;
}

/** A detector that hears sound as it comes. */
export interface VoiceDetector {
  /**
   * Hears the next samples, as many as there are.
   *
   * @returns the probability of speech in each frame that they complete, often none
   */
  push(samples: Float32Array): Float32Array;
  /** The last frames, zeros behind the sound; afterwards the detector is at the beginning of another sound. */
  end(): Float32Array;
  /** Frees the state; the model stays. */
  dispose(): void;
}

/**
 * Detects speech in sound that comes in pieces of any length: the samples that frames share and the model's state are kept from one
 * piece to the next, so that the probabilities are those of the whole sound at once, with frames padded at the end.
 *
 * @param model of speech or not at every frame, forwards: `voiceActivityLSTM`, `voiceActivityCDNN`, `voiceActivityRawCDNN`
 * @param options frames, and their features
 * @returns the detector; `push` and `end` give frame t after its last sample, at `t * hopLength + frameLength`
 * @throws {TypeError} when the model can't run frame by frame, has no output or more than two, or its features are others
 * @throws {RangeError} when a length is not a whole number from 1, or the hop is longer than a frame
 * @example
 * ```ts
 * import { voiceActivityRawCDNN, voiceDetector } from "unroll/models/mod.ts";
 * const detector = voiceDetector(voiceActivityRawCDNN(), { frameLength: 560, hopLength: 160 });
 * detector.push(new Float32Array(1000)).length; // 3
 * detector.end().length; // 4: 1000 samples begin 7 frames
 * ```
 */
export function voiceDetector(model: tf.LayersModel, options: VoiceDetectorOptions): VoiceDetector {
  const { frameLength, hopLength, features = (frame) => frame } = options;
  checkLengths(frameLength, hopLength);
  const outputs = model.outputs[0]!.shape.at(-1)!;
  if (outputs !== 1 && outputs !== 2) {
    throw new TypeError(`Cannot detect speech as a model of 1 or 2 outputs: it has ${outputs}`);
  }
  const stepper = oneFrame(model), cutter = frameCutter(frameLength, hopLength);
  let state = stepper.start(1);
  const answer = (frame: Float32Array): number => {
    const { output, state: next } = stepper.step(features(frame), state);
    tf.dispose(state);
    state = next;
    let probability = 0;
    readTensor(output, (memory) => probability = memory[outputs - 1]!);
    output.dispose();
    return probability;
  };
  const push = (samples: Float32Array): Float32Array => Float32Array.from(cutter.push(samples, answer));
  return {
    push,
    end() {
      const answers = push(new Float32Array(cutter.missing()));
      cutter.restart();
      tf.dispose(state);
      state = stepper.start(1);
      return answers;
    },
    dispose() {
      tf.dispose(state);
      stepper.dispose();
    },
  };
}

function checkLengths(frameLength: number, hopLength: number): void {
  for (const [name, length] of Object.entries({ frameLength, hopLength })) {
    if (!(Number.isInteger(length) && length >= 1)) {
      throw new RangeError(`Cannot cut sound as ${name} >= 1, a whole number: ${length}`);
    }
  }
  if (hopLength > frameLength) {
    throw new RangeError(`Cannot cut sound as frames that share samples: ${hopLength} > ${frameLength}`);
  }
}
