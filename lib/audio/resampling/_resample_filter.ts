/** A low-pass filter: its reach in input samples, and its weights where an output lies `fraction` after an input sample. */
export interface ResampleFilter {
  reach: number;
  /** [2 · reach]: weight i belongs to the input sample at i + 1 - reach. */
  weights(fraction: number): Float64Array;
}

/** Kaiser's window around a sinc. */
export function resampleFilter(
  from: number,
  to: number,
  { attenuation = 100, zeroCrossings = 64 }: { attenuation?: number; zeroCrossings?: number },
): ResampleFilter {
  if (!(attenuation >= 21 && attenuation <= 140)) {
    throw new RangeError(`Cannot attenuate as 21 to 140 dB: ${attenuation}`);
  }
  if (!(zeroCrossings >= 8 && zeroCrossings <= 1024)) {
    throw new RangeError(`Cannot filter as 8 to 1024 zero crossings: ${zeroCrossings}`);
  }
  const beta = attenuation > 50
    ? 0.1102 * (attenuation - 8.7)
    : 0.5842 * (attenuation - 21) ** 0.4 + 0.07886 * (attenuation - 21);
  const transition = (attenuation - 7.95) / (2.285 * 2 * zeroCrossings * Math.PI); // of the lower Nyquist frequency
  const cutoff = Math.min(1, to / from) * (1 - transition / 2);
  const width = zeroCrossings / cutoff, reach = Math.ceil(width), scale = besselI0(beta);
  const response = (t: number): number => {
    if (Math.abs(t) >= width) return 0;
    const x = Math.PI * cutoff * t;
    return (x === 0 ? 1 : Math.sin(x) / x) * besselI0(beta * Math.sqrt(1 - (t / width) ** 2)) / scale;
  };
  const weights = (fraction: number): Float64Array => {
    const taps = Float64Array.from({ length: 2 * reach }, (_, i) => response(fraction + reach - 1 - i));
    const sum = taps.reduce((total, weight) => total + weight, 0); // a constant stays what it is
    return taps.map((weight) => weight / sum);
  };
  return { reach, weights };
}

/** The modified Bessel function of order 0, by its series. */
function besselI0(x: number): number {
  const quarter = x * x / 4;
  let sum = 1, term = 1;
  for (let k = 1; term > 1e-17 * sum; k++) {
    term *= quarter / (k * k);
    sum += term;
  }
  return sum;
}
