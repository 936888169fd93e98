/** A tone that is added to samples. */
export interface Tone {
  /** Its frequency, radians a sample. */
  step: number;
  amplitude: number;
  /** Where it begins in its period, radians. */
  phase?: number;
  /** What the amplitude is multiplied with at each sample; 1 where it stays. @default 1 */
  decay?: number;
}

/**
 * Adds amplitude · decay^i · sin(phase + i · step) to each sample, by the recurrence
 * y[i] = 2 decay cos(step) y[i - 1] - decay² y[i - 2].
 */
export function addTone(samples: Float64Array, { step, amplitude, phase = 0, decay = 1 }: Tone): void {
  const turn = 2 * decay * Math.cos(step), fade = decay * decay;
  let before = amplitude * Math.sin(phase - step) / decay, now = amplitude * Math.sin(phase);
  for (let i = 0; i < samples.length; i++) {
    samples[i]! += now;
    [before, now] = [now, turn * now - fade * before];
  }
}
