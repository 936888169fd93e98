import { envelope } from "./_envelope.ts";
import { axis, baseLayout, type ChartOptions, colour } from "./_layout.ts";
import type { Figure, Trace } from "./figure.ts";
import { formatNumber } from "./format_number.ts";

/** Stretches of a sound (s). */
export type MarkedSegments = Iterable<{ start: number; end: number }>;

/** Options of {@linkcode waveformChart}. */
export interface WaveformChartOptions extends ChartOptions {
  /** Stretches to shade, by the name in the legend; several names lie one above the other. @default none */
  segments?: Readonly<Record<string, MarkedSegments>>;
}

/**
 * A sound's amplitude over time. Of a long sound the least and the greatest amplitude of each of a thousand pieces is drawn, so that the
 * figure stays small and no peak is lost.
 *
 * @param sound samples and their rate (Hz)
 * @param options stretches to shade
 * @returns the figure; the last trace is the sound, those before it the shaded stretches
 * @throws {RangeError} when there are no samples, or a stretch doesn't end after its beginning
 * @example
 * ```ts
 * import { waveformChart } from "unroll/plots/mod.ts";
 * const samples = Float32Array.from({ length: 16_000 }, (_, i) => Math.sin(i / 20));
 * waveformChart({ samples, sampleRate: 16_000 }, { segments: { speech: [{ start: 0.2, end: 0.7 }] } });
 * ```
 */
export function waveformChart(
  sound: { samples: ArrayLike<number>; sampleRate: number },
  options: WaveformChartOptions = {},
): Figure {
  const { samples, sampleRate } = sound, seconds = samples.length / sampleRate;
  if (samples.length === 0) throw new RangeError("Cannot draw a sound as samples: there are none");
  const line = envelope(samples, sampleRate);
  const peak = line.y.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const marked = Object.entries(options.segments ?? {}).map(([name, list]) => ({ name, list: [...list] }));
  const bands = marked.map((one, i) =>
    shaded(one, {
      color: colour(i + 1),
      top: peak * (1 - 2 * i / marked.length),
      bottom: peak * (1 - 2 * (i + 1) / marked.length),
    })
  );
  const wave = {
    type: "scatter",
    mode: "lines",
    name: "Sound",
    ...line,
    line: { color: colour(0), width: 1 },
  };
  const words = `Waveform of ${formatNumber(seconds)} s at ${formatNumber(sampleRate)} Hz, peak ` +
    `${formatNumber(peak)}${marked.map(inWords).join("")}.`;
  const layout = baseLayout(words, { ...options, height: options.height ?? 260 }, {
    xaxis: axis("Time (s)", { range: [0, seconds] }),
    yaxis: axis("Amplitude (of full scale)", { range: [-1.05 * peak, 1.05 * peak] }),
    showlegend: marked.length > 0,
  });
  return { data: [...bands, wave], layout };
}

/** Stretches under one name. */
interface Marked {
  name: string;
  list: { start: number; end: number }[];
}

/** Rectangles as one polygon; a gap stands between two of them. */
function shaded(
  { name, list }: Marked,
  { color, top, bottom }: { color: string; top: number; bottom: number },
): Trace {
  const x: (number | null)[] = [], y: (number | null)[] = [];
  for (const { start, end } of list) {
    if (!(end > start)) {
      throw new RangeError(`Cannot shade ${name} as ending after its beginning: ${start} s to ${end} s`);
    }
    x.push(...x.length ? [null] : [], start, end, end, start);
    y.push(...y.length ? [null] : [], bottom, bottom, top, top);
  }
  if (x.length === 0) { // without a point plotly.js would leave the name out of the legend
    x.push(null);
    y.push(null);
  }
  const fillcolor = color + "55"; // a third of the colour
  return {
    type: "scatter",
    mode: "lines",
    name,
    x,
    y,
    fill: "toself",
    fillcolor,
    line: { width: 0, color },
    hoverinfo: "skip",
  };
}

function inWords({ name, list }: Marked): string {
  const seconds = list.reduce((sum, { start, end }) => sum + end - start, 0);
  return `; ${name}: ${list.length} ${list.length === 1 ? "stretch" : "stretches"}, ${
    formatNumber(Math.round(seconds * 1000) / 1000)
  } s`;
}
