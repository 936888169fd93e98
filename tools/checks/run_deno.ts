/** What a `deno` command printed, both streams together and without colours. */
export interface DenoOutput {
  success: boolean;
  stdout: string;
  text: string;
}

/** Runs `deno` with the arguments in a folder, quietly; `input` goes to its standard input. */
export async function runDeno(root: string, args: string[], input?: string): Promise<DenoOutput> {
  const command = new Deno.Command(Deno.execPath(), {
    args,
    cwd: root,
    env: { NO_COLOR: "1" },
    stdin: input === undefined ? "null" : "piped",
    stdout: "piped",
    stderr: "piped",
  });
  const child = command.spawn();
  if (input !== undefined) await new Blob([input]).stream().pipeTo(child.stdin);
  const { success, stdout, stderr } = await child.output();
  const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  return { success, stdout: decode(stdout), text: decode(stderr) + decode(stdout) };
}
