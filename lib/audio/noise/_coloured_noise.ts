import { complexFFT } from "../engine/_complex_fft.ts";
import { levelled, noiseSize } from "./_made_noise.ts";
import type { NoiseOptions } from "./noise_options.ts";
import type { Waveform } from "../waveform.ts";

/** Below this the spectrum is flat: nobody hears it, and most of the power would lie there (Hz). */
const lowest = 20;

/** Gaussian noise with a power density of f^-exponent. */
export function colouredNoise(exponent: number, options: NoiseOptions): Waveform {
  return noiseOfSpectrum((frequency) => Math.max(lowest, frequency) ** (-exponent / 2), options);
}

/**
 * Gaussian noise whose amplitudes follow a function of the frequency (Hz): a spectrum of random complex numbers, on positive
 * frequencies alone, whose transform's real part is the noise (Timmer and König, "On generating power law noise", 1995).
 */
export function noiseOfSpectrum(amplitudeOf: (frequency: number) => number, options: NoiseOptions): Waveform {
  const { length, sampleRate } = noiseSize(options), { random } = options;
  const size = 2 ** Math.ceil(Math.log2(Math.max(4, length)));
  const re = new Float64Array(size), im = new Float64Array(size);
  for (let k = 1; k < size / 2; k++) {
    const amplitude = amplitudeOf(k * sampleRate / size);
    re[k] = amplitude * random.normal();
    im[k] = amplitude * random.normal();
  }
  complexFFT(size)(re, im);
  return levelled(re.subarray(0, length), sampleRate);
}
