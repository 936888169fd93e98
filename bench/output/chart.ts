import { type Figure, palette } from "unroll/plots/mod.ts";
import type { System } from "../cases/case.ts";
import type { BenchRecord } from "../measuring/record.ts";
import { bestPeer } from "./best_peer.ts";

const names: Partial<Record<System, string>> = {
  unroll: "Unroll",
  pytorch: "PyTorch",
  keras: "Keras",
  "keras-xla": "Keras with XLA",
};
const farthest = 2.5; // times the best peer; longer bars are cut there and say their length

/**
 * The chart of the README: for each case, how long each system takes as a multiple of the best peer's time.
 *
 * @param all records of one run; those in float32 are drawn
 * @returns the figure; a bar's text is the median of a step in milliseconds
 * @throws {RangeError} when no case was measured against a peer
 */
export function chart(all: readonly BenchRecord[]): Figure {
  const records = all.filter(({ precision }) => precision === "f32");
  const cases = [...new Set(records.map((record) => record.case))]
    .filter((name) => bestPeer(records, name) && !["matmul", "small_op"].includes(name));
  if (cases.length === 0) {
    throw new RangeError("Cannot draw a comparison as at least one case with a peer: there is none");
  }
  const data = Object.entries(names).map(([system, name], index) => {
    const bars = cases.map((one) =>
      records.find((record) => record.case === one && record.system === system)
    );
    return {
      type: "bar",
      orientation: "h",
      name,
      y: cases,
      x: bars.map((bar) =>
        bar ? Math.min(farthest, bar.medianMs / bestPeer(records, bar.case)!.medianMs) : null
      ),
      text: bars.map((bar) => bar ? `${Number(bar.medianMs.toPrecision(3)).toLocaleString("en")} ms` : ""),
      textposition: "auto",
      marker: { color: palette[index] },
    };
  });
  return { data, layout: layoutOf(cases, records) };
}

function layoutOf(cases: readonly string[], records: readonly BenchRecord[]): Figure["layout"] {
  const faster = cases.filter((name) => {
    const own = records.find((record) => record.case === name && record.system === "unroll");
    return own && own.medianMs <= bestPeer(records, name)!.medianMs;
  });
  return {
    barmode: "group",
    bargap: 0.25,
    font: { family: "system-ui, -apple-system, Segoe UI, Roboto, sans-serif", size: 12, color: "#444444" },
    margin: { l: 130, r: 24, t: 48, b: 48 },
    legend: { orientation: "h", x: 0, y: 1.01, yanchor: "bottom", traceorder: "normal" },
    xaxis: {
      title: { text: `Time of a step, as a multiple of the best peer's (cut at ${farthest})` },
      range: [0, farthest],
      gridcolor: "rgba(128,128,128,0.25)",
    },
    yaxis: { autorange: "reversed", automargin: true },
    shapes: [{
      type: "line",
      x0: 1,
      x1: 1,
      yref: "paper",
      y0: 0,
      y1: 1,
      line: { color: "#444444", dash: "dot" },
    }],
    meta: {
      description:
        `Bar chart of the time of a step in ${cases.length} cases; Unroll is the fastest in ${faster.length}.`,
    },
  };
}
