import { openOneDNN } from "./open_library.ts";
import { planFor } from "./plans.ts";
import type { PlanShape, RecurrentPrecision } from "./shapes.ts";

let wanted: RecurrentPrecision = "f32";
const narrow = new Map<string, boolean>();

/**
 * Says how recurrent networks multiply from now on. bfloat16 has 8 bits of significand: outputs then differ by about 0.01
 * from float32's; sums, the carry, biases and gradients stay float32. It needs a processor with AVX-512 and bfloat16.
 *
 * @param precision `"bf16"` or `"f32"`; nothing changes without it
 * @returns what they multiply in: `"f32"` where the processor can't do what is wanted
 * @example
 * ```ts
 * import { recurrentPrecision, useEngine } from "unroll/engine/mod.ts";
 * await useEngine();
 * recurrentPrecision("bf16"); // "bf16", or "f32" on an older processor
 * recurrentPrecision("f32");
 * ```
 */
export function recurrentPrecision(precision: RecurrentPrecision = wanted): RecurrentPrecision {
  wanted = precision;
  return precisionFor({ kind: "lstm", batch: 16, steps: 2, features: 16, units: 16, reversed: false });
}

/** bfloat16 where it is wanted and oneDNN has it for the shape, else float32. */
export function precisionFor(shape: Omit<PlanShape, "precision">): RecurrentPrecision {
  if (wanted === "f32" || !openOneDNN()) return "f32";
  const key = JSON.stringify(shape);
  let fits = narrow.get(key);
  if (fits === undefined) narrow.set(key, fits = hasNarrow(shape));
  return fits ? "bf16" : "f32";
}

function hasNarrow(shape: Omit<PlanShape, "precision">): boolean {
  try {
    planFor({ ...shape, precision: "bf16" });
    return true;
  } catch {
    return false;
  }
}
