import { dirname } from "node:path";
import type { BenchRecord } from "../measuring/record.ts";

/** Writes the records whole or not at all: whoever reads the file never sees a half. */
export async function writeRecords(path: string, records: readonly BenchRecord[]): Promise<void> {
  await Deno.mkdir(dirname(path), { recursive: true });
  const draft = `${path}.part`;
  await Deno.writeTextFile(draft, JSON.stringify(records, null, 2) + "\n");
  await Deno.rename(draft, path);
}
