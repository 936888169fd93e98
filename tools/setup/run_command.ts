/** How to run a program. */
export interface RunOptions {
  /** Variables added to this process's own. */
  env?: Record<string, string>;
  /** @default the current folder */
  cwd?: string;
  /** Called with each line of either output as it comes. */
  onLine?: (line: string) => void;
}

/** How a program ended. */
export interface RunResult {
  /** The exit status; 127 when the program could not be started. */
  code: number;
  /** Both outputs, line by line in the order in which they came. */
  output: string;
}

/** Somebody pressed Ctrl-C. */
export class Interrupted extends Error {
  override name = "Interrupted";
}

/**
 * Runs a program to its end and gathers what it says. Ctrl-C ends the program too.
 *
 * @param program its name or path
 * @param args its arguments
 * @returns its status and output; a program that does not exist has status 127
 * @throws {Interrupted} after Ctrl-C, once the program has ended
 * @example
 * ```ts
 * const { code, output } = await runCommand("python3", ["--version"]);
 * ```
 */
export async function runCommand(
  program: string,
  args: string[],
  { env = {}, cwd, onLine }: RunOptions = {},
): Promise<RunResult> {
  const child = spawn(program, args, { env, cwd });
  if (!child) return { code: 127, output: `${program}: not found` };
  const lines: string[] = [];
  const keep = (line: string): void => {
    lines.push(line);
    onLine?.(line);
  };
  const { status, interrupted } = await endOf(child, keep);
  if (interrupted) throw new Interrupted(`Interrupted while ${program} ran`);
  return { code: status.code, output: lines.join("\n") };
}

function spawn(program: string, args: string[], options: { env: Record<string, string>; cwd?: string }) {
  try {
    return new Deno.Command(program, { args, ...options, stdin: "null", stdout: "piped", stderr: "piped" })
      .spawn();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.PermissionDenied) {
      return undefined;
    }
    throw error;
  }
}

async function endOf(child: Deno.ChildProcess, keep: (line: string) => void) {
  let interrupted = false;
  const stop = (): void => {
    interrupted = true;
    try {
      child.kill("SIGTERM");
    } catch { /* it has ended already */ }
  };
  const signals: Deno.Signal[] = Deno.build.os === "windows" ? ["SIGINT"] : ["SIGINT", "SIGTERM"];
  signals.forEach((signal) => Deno.addSignalListener(signal, stop));
  const enough = new AbortController();
  const read = Promise.all(
    [child.stdout, child.stderr].map((stream) => readLines(stream, { keep, signal: enough.signal })),
  );
  try {
    const status = await child.status;
    if (interrupted) setTimeout(() => enough.abort(), grace);
    await read;
    return { status, interrupted };
  } finally {
    signals.forEach((signal) => Deno.removeSignalListener(signal, stop));
  }
}

const grace = 500; // milliseconds that a program's own children have to let go of its output after Ctrl-C

async function readLines(
  stream: ReadableStream<Uint8Array>,
  { keep, signal }: { keep: (line: string) => void; signal: AbortSignal },
): Promise<void> {
  let rest = "";
  const decoder = new TextDecoderStream() as TransformStream<Uint8Array, string>;
  try {
    for await (const text of stream.pipeThrough(decoder, { signal })) {
      const lines = (rest + text).split(/\r?\n|\r/);
      rest = lines.pop() ?? "";
      lines.forEach(keep);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  if (rest) keep(rest);
}
