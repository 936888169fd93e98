/** Calls back once at Ctrl-C (SIGINT) instead of letting the process end; a second one ends it. Returns how to stop listening. */
export function onInterrupt(stop: () => void): () => void {
  const listener = () => {
    remove();
    stop();
  };
  const remove = () => Deno.removeSignalListener("SIGINT", listener);
  try {
    Deno.addSignalListener("SIGINT", listener);
  } catch {
    return () => {}; // no such signal here
  }
  return remove;
}
