import { latest } from "./latest.ts";
import { openOneDNN } from "./open_library.ts";
import { crew } from "./crew/crew.ts";
import { SplitPlan } from "./split_plan.ts";
import { makePlan, type Plan } from "./plan.ts";
import type { PlanShape } from "./shapes.ts";

/** A shape in a line: what its plan goes by. */
export function planName({ kind, batch, steps, features, units, reversed, precision }: PlanShape): string {
  return `${kind} ${precision} ${batch}x${steps}x${features}x${units}${reversed ? " reversed" : ""}`;
}

/** Larger networks do better with all threads in each of their products; handing over has to be worth the while. */
const mostUnits = 128, fewestRows = 8, fewestSteps = 8;

/** A plan for the whole batch, or one that shares its rows among threads. */
function make(shape: PlanShape): Plan {
  const library = openOneDNN()!, threads = Math.floor(shape.batch / fewestRows);
  const isSmall = shape.units <= mostUnits && shape.steps >= fewestSteps;
  const others = isSmall && threads > 1 ? crew().slice(0, threads - 1) : [];
  return others.length > 0 ? new SplitPlan(library, shape, others) : makePlan(library, shape);
}

/**
 * The plan for a shape, made on its first use. Only the latest 32 are kept, so ask again at each call: a model has a handful of
 * shapes, a last batch adds one each.
 *
 * @throws {EngineError} when oneDNN has no primitive for it
 */
export const planFor: (shape: PlanShape) => Plan = latest(32, make, planName);
