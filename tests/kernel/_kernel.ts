/** One output of a cell, as nbformat keeps it. */
export interface Output {
  output_type: "stream" | "display_data" | "execute_result" | "error";
  name?: string;
  text?: string;
  data?: Record<string, unknown>;
  ename?: string;
  evalue?: string;
}

/** What to run, and how. */
export interface Job {
  cells: string[];
  /** Seconds of listening after a cell's end. @default 0, nbclient as it is */
  patience?: number;
  /** Presses of the stop button: [cell's index, seconds after its start]. */
  interrupts?: [number, number][];
  env?: Record<string, string>;
  /** Seconds for a cell. @default 120 */
  timeout?: number;
}

const root = new URL("../../", import.meta.url).pathname;

/** Runs cells in a real kernel. Returns each cell's outputs, and why the run broke off if it did. */
export async function runCells(job: Job): Promise<{ outputs: Output[][]; failure: string | null }> {
  const child = new Deno.Command(`${root}.venv/bin/python`, {
    args: [`${root}tests/kernel/run_notebook.py`],
    env: { DENO: Deno.execPath() },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(JSON.stringify({ cwd: root, ...job })));
  await writer.close();
  const { success, stdout, stderr } = await child.output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return JSON.parse(new TextDecoder().decode(stdout));
}

/** A cell's text: what it printed and the text of what it showed, in order. */
export function textOf(outputs: readonly Output[]): string {
  return outputs.map(({ text, data, evalue }) => text ?? (data ? `${data["text/plain"]}\n` : `${evalue}\n`))
    .join("");
}
