/** What a sound file holds. */
export interface Recording {
  /** Amplitudes of each channel [n], -1 to 1 at full scale. */
  channels: Float32Array[];
  /** Samples a second (Hz). */
  sampleRate: number;
}
