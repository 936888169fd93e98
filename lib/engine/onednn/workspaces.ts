import { EngineError } from "../engine_error.ts";
import type { Handles, Memory } from "./handles.ts";

type Pointer = Deno.PointerValue;

/** What all runs of one plan that wait for their gradient may keep, in bytes; a few may at any size. */
const budget = 2 ** 30, fewest = 8;
/** Tickets are passed on as float32, which counts exactly so far. */
const lastTicket = 2 ** 24 - 1;

/**
 * What training runs leave for their gradients. A fresh workspace at each step would cost as much as the arithmetic, in
 * page faults; so they are kept and lent by ticket: a run takes one, its gradient redeems it. A run whose gradient is never
 * asked for (of a frozen layer, say) gives its workspace up when too many wait.
 */
export class Workspaces {
  readonly #handles: Handles;
  readonly #layout: Pointer;
  readonly #limit: number;
  readonly #idle: Memory[] = [];
  readonly #lent = new Map<number, Memory>();
  #ticket = 0;

  constructor(handles: Handles, layout: Pointer) {
    this.#handles = handles;
    this.#layout = layout;
    this.#limit = Math.max(fewest, Math.floor(budget / (handles.bytes(layout) + 1)));
  }

  /** How many there are. */
  get size(): number {
    return this.#idle.length + this.#lent.size;
  }

  /** Lends a workspace. */
  take(): { ticket: number; memory: Memory } {
    if (this.#lent.size >= this.#limit) this.give(this.#lent.keys().next().value!);
    const memory = this.#idle.pop() ?? this.#handles.memory(this.#layout, true);
    const ticket = this.#ticket = this.#ticket % lastTicket + 1;
    this.#lent.set(ticket, memory);
    return { ticket, memory };
  }

  /**
   * The workspace of a ticket.
   *
   * @throws {EngineError} when it was lent to another run meanwhile
   */
  redeem(ticket: number): Memory {
    const memory = this.#lent.get(ticket);
    if (memory) return memory;
    throw new EngineError(
      "oneDNN backward",
      "FAILED_PRECONDITION",
      `Cannot run a gradient as one of the latest ${this.#limit} runs that wait for theirs: run ${ticket} is not among them`,
    );
  }

  /** Takes a workspace back. */
  give(ticket: number): void {
    const memory = this.#lent.get(ticket);
    this.#lent.delete(ticket);
    if (memory) this.#idle.push(memory);
  }
}
