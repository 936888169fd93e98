import type { NativeNode, OpNode, Tape, TapeNode, UpdateNode } from "./tape.ts";

/** A stretch of operations before it becomes a function. */
export interface Stretch {
  readonly nodes: OpNode[];
  readonly neededAfter: Set<number>;
}

/**
 * Cuts a tape at its native calls and updates. An operation goes into the first stretch where its inputs are there, so
 * that stretches are few and long; native calls and updates keep their order.
 */
export function partition(tape: Tape): (Stretch | NativeNode | UpdateNode)[] {
  const parts: (Stretch | NativeNode | UpdateNode)[] = [], madeIn = new Map<number, number>();
  for (const node of tape.nodes) {
    const place = node.kind === "op" ? stretchAfter(parts, node, madeIn) : parts.push(node) - 1;
    for (const id of node.outputs) madeIn.set(id, place);
  }
  const needed = new Set([...tape.results, ...tape.assigned.values()]);
  for (const part of parts.toReversed()) {
    if (!("kind" in part)) { for (const id of needed) part.neededAfter.add(id); }
    const nodes: readonly TapeNode[] = "kind" in part ? [part] : part.nodes;
    for (const node of nodes) for (const id of node.inputs) needed.add(id);
  }
  return parts;
}

/** Puts an operation into the first stretch that has its inputs, or into a new one. */
function stretchAfter(
  parts: (Stretch | NativeNode | UpdateNode)[],
  node: OpNode,
  madeIn: ReadonlyMap<number, number>,
): number {
  const latest = Math.max(0, ...node.inputs.map((id) => madeIn.get(id) ?? 0));
  for (let place = latest; place < parts.length; place++) {
    const part = parts[place]!;
    if ("kind" in part) continue;
    part.nodes.push(node);
    return place;
  }
  return parts.push({ nodes: [node], neededAfter: new Set() }) - 1;
}
