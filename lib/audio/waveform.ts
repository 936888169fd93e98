/** Sound of one channel with its sampling rate. */
export interface Waveform {
  /** Amplitudes [n], -1 to 1 at full scale. */
  samples: Float32Array;
  /** Samples a second (Hz). */
  sampleRate: number;
}

/** One waveform, or several of one rate and length, which give a result with a leading axis. */
export type Waveforms = Waveform | readonly Waveform[];
