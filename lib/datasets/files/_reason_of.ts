/** Why a request failed, in one clause: its first cause, without the address, which the reader is told anyway. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return reasonOf(error.cause);
  return error.message.replace(/^error sending request[^(]*\(.*?\): /, "").replace(
    /^client error \(\w+\): /,
    "",
  );
}
