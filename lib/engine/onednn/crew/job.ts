import { kinds } from "../kinds.ts";
import type { BackwardTensors, ForwardTensors } from "../ports.ts";
import type { PlanShape } from "../shapes.ts";
import type { Letter } from "./mailbox.ts";

type Pointer = Deno.PointerValue;

/** A call of a plan with its tensors. */
export type Call =
  | { readonly call: "infer"; readonly tensors: ForwardTensors }
  | { readonly call: "train"; readonly tensors: ForwardTensors }
  | { readonly call: "backward"; readonly tensors: BackwardTensors }
  | { readonly call: "free" };

/** What a member of the crew is to do. The plan goes by a number, and is made when its number is new. */
export type Job = Call & { readonly plan: number; readonly shape: PlanShape };

const calls = ["infer", "train", "backward", "free"] as const, precisions = ["f32", "bf16"] as const;
const names = Object.keys(kinds) as (keyof typeof kinds)[];

/** A job as numbers and pointers. */
export function writeJob(job: Job): Letter {
  const { kind, batch, steps, features, units, reversed, precision } = job.shape;
  const numbers = [
    ...[calls.indexOf(job.call), job.plan, names.indexOf(kind), batch, steps, features, units],
    ...[Number(reversed), precisions.indexOf(precision), job.call === "backward" ? job.tensors.ticket : 0],
    ...job.call === "free" ? [] : job.tensors.versions,
  ];
  return { numbers, pointers: job.call === "free" ? [] : pointersOf(job.tensors) };
}

/** The job that {@link writeJob} wrote. */
export function readJob({ numbers, pointers }: Letter): Job {
  const [call, plan, kind, batch, steps, features, units, reversed, precision, ticket, ...versions] =
    numbers as number[];
  const shape: PlanShape = {
    ...{ kind: names[kind!]!, batch: batch!, steps: steps!, features: features!, units: units! },
    ...{ reversed: reversed === 1, precision: precisions[precision!]! },
  };
  const tensors = { ...tensorsOf(pointers, kinds[shape.kind].states), ticket: ticket!, versions };
  return { plan: plan!, shape, call: calls[call!]!, tensors };
}

const pair = ([first, second]: readonly (Pointer | undefined)[] = []): Pointer[] => [
  first ?? null,
  second ?? null,
];

function pointersOf(tensors: ForwardTensors | BackwardTensors): Pointer[] {
  const { x, y, bias, kernel, recurrentKernel, before, after } = tensors;
  const values = [x, y, bias, kernel, recurrentKernel, ...pair(before), ...pair(after)];
  if (!("dx" in tensors)) return values;
  const { dx, dy, dBias, dKernel, dRecurrentKernel, dBefore, dAfter } = tensors;
  return [...values, dx, dy ?? null, dBias, dKernel, dRecurrentKernel, ...pair(dBefore), ...pair(dAfter)];
}

/** The tensors; of a forward call, what stands for the gradients is left over from another. */
function tensorsOf(
  pointers: readonly Pointer[],
  states: number,
): Omit<BackwardTensors, "ticket" | "versions"> {
  const [x, y, bias, kernel, recurrentKernel, h0, c0, h, c, ...gradients] = pointers as Pointer[];
  const [dx, dy, dBias, dKernel, dRecurrentKernel, dh0, dc0, dh, dc] = gradients;
  const values = { x: x!, y: y!, bias: bias!, kernel: kernel!, recurrentKernel: recurrentKernel! };
  return {
    ...values,
    before: h0 ? [h0, c0!].slice(0, states) : undefined,
    after: [h!, c!].slice(0, states),
    ...{
      dx: dx!,
      dy: dy ?? undefined,
      dBias: dBias!,
      dKernel: dKernel!,
      dRecurrentKernel: dRecurrentKernel!,
    },
    dBefore: [dh0!, dc0!].slice(0, states),
    dAfter: [dh ?? undefined, dc ?? undefined].slice(0, states),
  };
}
