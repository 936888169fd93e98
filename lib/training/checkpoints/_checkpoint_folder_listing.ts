/** The file of a checkpoint from which `epoch` is the next one. */
export function fileName(epoch: number): string {
  return `epoch_${String(epoch).padStart(5, "0")}.checkpoint`;
}

/** Names of a folder's checkpoints, newest first; none where there is no folder. */
export async function checkpointFiles(folder: string): Promise<string[]> {
  try {
    const names = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name);
    return names.filter((name) => /^epoch_\d+\.checkpoint$/.test(name)).sort().reverse();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}
