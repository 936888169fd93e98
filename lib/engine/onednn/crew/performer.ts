import type { OneDNN } from "../open_library.ts";
import { makePlan, type Plan } from "../plan.ts";
import type { Job } from "./job.ts";

/** Makes what does jobs with plans of its own; a training run gives its ticket, everything else 0. */
export function performer(library: OneDNN): (job: Job) => number {
  const plans = new Map<number, Plan>();
  return (job) => {
    let plan = plans.get(job.plan);
    if (job.call === "free") {
      plan?.free();
      plans.delete(job.plan);
      return 0;
    }
    if (!plan) plans.set(job.plan, plan = makePlan(library, job.shape));
    if (job.call === "train") return plan.train(job.tensors);
    if (job.call === "infer") plan.infer(job.tensors);
    else plan.backward(job.tensors);
    return 0;
  };
}
