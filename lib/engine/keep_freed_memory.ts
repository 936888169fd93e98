const symbols = { mallopt: { parameters: ["i32", "i32"], result: "i32" } } as const;

/** Names of glibc's `mallopt`. */
const TRIM_THRESHOLD = -1, MMAP_THRESHOLD = -3;

/** Bytes: blocks up to this are reused, and so much of what was freed is kept. */
const largestBlock = 32 * 2 ** 20, kept = 256 * 2 ** 20;

/**
 * Has freed memory of megabytes reused. glibc hands such blocks back to the system, and a typed array of eight megabytes then costs
 * two thousand page faults: more than the transform whose numbers it takes. Where there is no glibc nothing changes.
 */
export function keepFreedMemory(): void {
  try {
    const { mallopt } = Deno.dlopen("libc.so.6", symbols).symbols;
    mallopt(MMAP_THRESHOLD, largestBlock);
    mallopt(TRIM_THRESHOLD, kept);
  } catch {
    // another C library, which may do so by itself
  }
}
