/** Does work while nobody else does work behind the same lock file, in this process or in another; one that ends gives the lock back. */
export async function oneAtATime<T>(lockFile: string, work: () => Promise<T>): Promise<T> {
  using lock = await Deno.open(lockFile, { create: true, write: true });
  await lock.lock(true);
  return await work();
}
