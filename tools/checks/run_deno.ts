/** What a `deno` command printed, both streams together and without colours. */
export interface DenoOutput {
  success: boolean;
  stdout: string;
  text: string;
}

/** Runs `deno` with the arguments in a folder, quietly. */
export async function runDeno(root: string, args: string[]): Promise<DenoOutput> {
  const command = new Deno.Command(Deno.execPath(), {
    args,
    cwd: root,
    env: { NO_COLOR: "1" },
    stdin: "null",
  });
  const { success, stdout, stderr } = await command.output();
  const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  return { success, stdout: decode(stdout), text: decode(stderr) + decode(stdout) };
}
