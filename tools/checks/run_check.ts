import type { Check, Finding, Problem } from "./check.ts";

/** A check's outcome, and what to print of it. */
export interface Outcome {
  passed: boolean;
  lines: string[];
}

/** How a check's outcome is printed. */
export interface RunCheckOptions {
  /** At most so many problems are printed. @default 20 */
  most?: number;
}

/** Runs a check, and says in a line what came of it; a check that looked at nothing, or threw, has failed. */
export async function runCheck(
  check: Check,
  root: string,
  { most = 20 }: RunCheckOptions = {},
): Promise<Outcome> {
  const started = performance.now();
  const { looked, problems } = await outcomeOf(check, root);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const passed = problems.length === 0;
  const word = passed ? "ok  " : "FAIL";
  const count = passed ? `${looked} looked at` : `${problems.length} problems, ${looked} looked at`;
  const rest = problems.length > most ? [`       … and ${problems.length - most} more`] : [];
  return {
    passed,
    lines: [
      `${word} ${check.name.padEnd(10)} ${seconds.padStart(5)} s  ${count}`,
      ...problems.slice(0, most).map(asLine),
      ...rest,
    ],
  };
}

async function outcomeOf(check: Check, root: string): Promise<Finding> {
  try {
    const finding = await check.run(root);
    if (finding.looked > 0 || finding.problems.length > 0) return finding;
    return { looked: 0, problems: [{ file: ".", what: "found nothing to check" }] };
  } catch (error) {
    return { looked: 0, problems: [{ file: ".", what: String((error as Error).stack ?? error) }] };
  }
}

function asLine({ file, line, what }: Problem): string {
  return `       ${file}${line === undefined ? "" : `:${line}`}  ${what}`;
}
