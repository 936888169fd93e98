/** How pitches are spaced: Slaney's scale is linear below 1 kHz, HTK's is one formula. */
export type MelScale = "slaney" | "htk";

const linear = 200 / 3, breakHz = 1000, breakMel = breakHz / linear, step = Math.log(6.4) / 27;

/**
 * A frequency on the mel scale.
 *
 * @param hz frequency (Hz)
 * @param scale which one
 * @returns mels: HTK 2595 log10(1 + f / 700); Slaney 3 f / 200 up to 1 kHz, then 15 + 27 ln(f / 1000) / ln 6.4
 * @throws {RangeError} when the scale is unknown
 * @example
 * ```ts
 * import { hzToMel } from "unroll/audio/mod.ts";
 * hzToMel(1000); // 15
 * ```
 */
export function hzToMel(hz: number, scale: MelScale = "slaney"): number {
  checkScale(scale);
  if (scale === "htk") return 2595 * Math.log10(1 + hz / 700);
  return hz < breakHz ? hz / linear : breakMel + Math.log(hz / breakHz) / step;
}

/**
 * The frequency of a pitch on the mel scale.
 *
 * @param mel pitch (mels)
 * @param scale which one
 * @returns Hz
 * @throws {RangeError} when the scale is unknown
 * @example
 * ```ts
 * import { melToHz } from "unroll/audio/mod.ts";
 * melToHz(15); // 1000
 * ```
 */
export function melToHz(mel: number, scale: MelScale = "slaney"): number {
  checkScale(scale);
  if (scale === "htk") return 700 * (10 ** (mel / 2595) - 1);
  return mel < breakMel ? mel * linear : breakHz * Math.exp(step * (mel - breakMel));
}

function checkScale(scale: MelScale): void {
  if (scale !== "slaney" && scale !== "htk") {
    throw new RangeError(`Cannot space pitches as slaney or htk: ${scale}`);
  }
}
