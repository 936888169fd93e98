import type { Waveform } from "../../audio/mod.ts";
import { voiceActivityParameters } from "./_voice_activity_parameters.ts";

/** A sentence without the silence before and behind it. */
export interface TrimmedSentence {
  /** [n], a whole number of pieces of 10 ms. */
  samples: Float32Array;
  /** Where it is spoken, in pieces of 10 ms: in order, with gaps between them, the first from 0, the last to the end. */
  spoken: [start: number, end: number][];
}

/**
 * Where a clean sentence is spoken. Its pieces of 10 ms are loud whose root mean square is no more than 40 dB below that of the 95th
 * percentile of pieces; pauses shorter than 0.3 s (stop consonants, breaths) are speech as well; what then is shorter than 30 ms is not.
 *
 * @returns the sentence from its first to its last loud piece; undefined where there is none
 */
export function spokenSegments({ samples, sampleRate }: Waveform): TrimmedSentence | undefined {
  const { piece, bridge, shortest } = voiceActivityParameters.label;
  const size = Math.round(piece * sampleRate), pieces = (seconds: number) => Math.round(seconds / piece);
  const spoken: [number, number][] = [];
  loudPieces(samples, size).forEach((loud, i) => {
    const last = spoken.at(-1);
    if (!loud) return;
    if (last && i - last[1] < pieces(bridge)) last[1] = i + 1;
    else spoken.push([i, i + 1]);
  });
  const kept = spoken.filter(([start, end]) => end - start >= pieces(shortest));
  if (kept.length === 0) return undefined;
  const first = kept[0]![0], last = kept.at(-1)![1];
  return {
    samples: samples.slice(first * size, last * size),
    spoken: kept.map(([start, end]) => [start - first, end - first]),
  };
}

/** Whether each whole piece is loud. */
function loudPieces(samples: Float32Array, size: number): boolean[] {
  const powers = Float64Array.from({ length: Math.floor(samples.length / size) }, (_, i) => {
    let sum = 0;
    for (let n = i * size; n < (i + 1) * size; n++) sum += samples[n]! * samples[n]!;
    return sum / size;
  });
  const usual = powers.toSorted()[Math.floor(0.95 * (powers.length - 1))] ?? 0;
  const least = usual * 10 ** (-voiceActivityParameters.label.below / 10);
  return Array.from(powers, (power) => power > 0 && power >= least);
}
