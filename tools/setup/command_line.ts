import { MissingError } from "../../lib/core/mod.ts";
import { Interrupted } from "./run_command.ts";

/** The exit status of a program that Ctrl-C ended. */
const interruptedStatus = 130;

/**
 * Runs a command of the project: an error that a reader can mend is printed as one sentence, any other with its stack,
 * and either gives an exit status other than zero.
 *
 * @param command what to do
 * @example
 * ```ts
 * import { setUp } from "./set_up.ts";
 * await runCommandLine(() => setUp());
 * ```
 */
export async function runCommandLine(command: () => Promise<unknown>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const { line, status } = describe(error);
    await Deno.stderr.write(new TextEncoder().encode(`${line}\n`));
    Deno.exit(status);
  }
}

function describe(error: unknown): { line: string; status: number } {
  if (error instanceof Interrupted) {
    return {
      line: "Interrupted: run the same command again, it goes on from here",
      status: interruptedStatus,
    };
  }
  if (error instanceof MissingError || error instanceof ReportError) {
    return { line: error.message, status: 1 };
  }
  if (error instanceof TypeError && /^(Cannot|Unknown option|Option|Unexpected)/.test(error.message)) {
    return { line: error.message, status: 2 };
  }
  if (error instanceof Deno.errors.PermissionDenied || (error as { code?: string })?.code === "EROFS") {
    return { line: `Cannot write as this command needs to: ${(error as Error).message}`, status: 1 };
  }
  if (/os error 28|ENOSPC|No space left/i.test(String(error))) {
    return {
      line: "Cannot write as the disk is full: free some room, then run the same command again",
      status: 1,
    };
  }
  return { line: error instanceof Error ? error.stack ?? error.message : String(error), status: 1 };
}

/** A notebook did not run or did not show what it should; the message says where. */
export class ReportError extends Error {
  override name = "ReportError";
}
