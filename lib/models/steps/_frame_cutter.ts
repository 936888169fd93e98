/** Cuts sound that comes in pieces into frames that share samples. */
export interface FrameCutter {
  /** Takes samples, and asks for an answer to each frame that they complete; the frame's memory is used again for the next. */
  push<Answer>(samples: Float32Array, answer: (frame: Float32Array) => Answer): Answer[];
  /** How many samples the last frame that has begun by a hop still lacks. */
  missing(): number;
  /** Forgets all samples. */
  restart(): void;
}

/** @param frameLength samples of a frame; `hopLength` from one to the next, no more than that */
export function frameCutter(frameLength: number, hopLength: number): FrameCutter {
  const frame = new Float32Array(frameLength);
  let filled = 0, heard = 0;
  return {
    push(samples, answer) {
      const answers: ReturnType<typeof answer>[] = [];
      for (let at = 0; at < samples.length;) {
        const count = Math.min(frameLength - filled, samples.length - at);
        frame.set(samples.subarray(at, at + count), filled);
        [at, filled, heard] = [at + count, filled + count, heard + count];
        if (filled < frameLength) break;
        answers.push(answer(frame));
        frame.copyWithin(0, hopLength);
        filled -= hopLength;
      }
      return answers;
    },
    missing() {
      const whole = heard < frameLength ? 0 : Math.floor((heard - frameLength) / hopLength) + 1;
      const more = Math.ceil(heard / hopLength) - whole;
      return more > 0 ? (more - 1) * hopLength + frameLength - filled : 0;
    },
    restart() {
      [filled, heard] = [0, 0];
    },
  };
}
