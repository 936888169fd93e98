import type { Precision, System } from "../cases/case.ts";
import { median } from "./statistics.ts";

/** What is known of one system in one case. */
export interface BenchRecord {
  case: string;
  system: System;
  precision: Precision;
  /** Milliseconds of a step: the median over all turns. */
  medianMs: number;
  /** Milliseconds of the fastest step. */
  minMs: number;
  /** How many steps were timed. */
  steps: number;
  threads: number;
  /** Where memory was watched: megabytes and tensors after so many steps. */
  memory?: MemoryAfter[];
}

/** Memory of a process after so many steps. */
export interface MemoryAfter {
  steps: number;
  residentMb: number;
  tensors: number;
}

/** A system that did not get through a case, and why. */
export interface Failure {
  case: string;
  system: System;
  precision: Precision;
  why: string;
}

/** A record from the milliseconds of each timed step. */
export function recordOf(
  who: Pick<BenchRecord, "case" | "system" | "precision" | "threads">,
  milliseconds: readonly number[],
): BenchRecord {
  return {
    case: who.case,
    system: who.system,
    precision: who.precision,
    medianMs: round(median(milliseconds)),
    minMs: round(milliseconds.reduce((a, b) => Math.min(a, b))),
    steps: milliseconds.length,
    threads: who.threads,
  };
}

/** Five significant digits: more would be noise. */
function round(value: number): number {
  return Number(value.toPrecision(5));
}
