import type { Member } from "./crew/crew.ts";
import type { Call } from "./crew/job.ts";
import type { OneDNN } from "./open_library.ts";
import { addSums, gradientRows, type Part, partsOf, rows } from "./parts.ts";
import { makePlan, type Plan } from "./plan.ts";
import type { BackwardTensors, ForwardTensors } from "./ports.ts";
import type { PlanShape } from "./shapes.ts";
import { withOneThread } from "./threads.ts";

let serial = 0;

/**
 * A plan whose batch is shared among threads, each with rows of its own for all steps. Threads that share every step instead
 * meet at barriers 500 times in a sequence of 500 steps, which costs a small network as much as its arithmetic.
 */
export class SplitPlan implements Plan {
  readonly #shape: PlanShape;
  readonly #crew: readonly Member[];
  readonly #own: Plan;
  readonly #others: readonly Part[];
  readonly #number = serial++;

  /**
   * @param library oneDNN, for this thread's rows
   * @param shape of the whole batch
   * @param crew the other threads
   * @throws {EngineError} when oneDNN has no primitive for the shape
   */
  constructor(library: OneDNN, shape: PlanShape, crew: readonly Member[]) {
    const [own, ...others] = partsOf(shape, crew.length + 1);
    this.#shape = shape;
    this.#crew = crew;
    this.#own = withOneThread(() => makePlan(library, own!.shape));
    this.#others = others;
  }

  infer(tensors: ForwardTensors): void {
    this.#together(
      ({ first }) => ({ call: "infer", tensors: rows(tensors, this.#shape, first) }),
      () => this.#own.infer(tensors),
    );
  }

  /** All threads see the same calls in the same order, so their tickets are the same too. */
  train(tensors: ForwardTensors): number {
    return this.#together(
      ({ first }) => ({ call: "train", tensors: rows(tensors, this.#shape, first) }),
      () => this.#own.train(tensors),
    );
  }

  backward(tensors: BackwardTensors): void {
    this.#together(
      (part) => ({ call: "backward", tensors: gradientRows(tensors, this.#shape, part) }),
      () => this.#own.backward(tensors),
    );
    for (const { sums } of this.#others) addSums(tensors, sums);
  }

  free(): void {
    this.#together(() => ({ call: "free" }), () => this.#own.free());
  }

  /** Everyone does its part. Whatever fails, all are waited for: nobody may write memory that its owner has given up. */
  #together<T>(call: (part: Part) => Call, run: () => T): T {
    this.#others.forEach((part, index) =>
      this.#crew[index]!.ask({ ...call(part), plan: this.#number, shape: part.shape })
    );
    const own = settled(() => withOneThread(run));
    const all = [own, ...this.#others.map((_, index) => settled(() => this.#crew[index]!.answer()))];
    for (const result of all) if ("error" in result) throw result.error;
    return (own as { value: T }).value;
  }
}

function settled<T>(run: () => T): { value: T } | { error: unknown } {
  try {
    return { value: run() };
  } catch (error) {
    return { error };
  }
}
