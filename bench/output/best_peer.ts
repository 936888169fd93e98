import type { BenchRecord } from "../measuring/record.ts";

/** The fastest system in float32 that is not this library; none where nobody else was measured. */
export function bestPeer(records: readonly BenchRecord[], name: string): BenchRecord | undefined {
  return records.filter(({ case: one, precision }) => one === name && precision === "f32")
    .filter(({ system }) => system !== "unroll")
    .reduce<BenchRecord | undefined>(
      (best, one) => best && best.medianMs <= one.medianMs ? best : one,
      undefined,
    );
}
