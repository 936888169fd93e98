import { existsSync } from "node:fs";
import { join } from "node:path";
import { mirrorFolders } from "../../lib/datasets/mod.ts";

/** Where the samples of real speech lie, if a folder in UNROLL_DATA has them; tests of real bytes are left out elsewhere. */
export function speechSamples(): string | undefined {
  return mirrorFolders().map((folder) => join(folder, "speech_samples")).find((folder) => existsSync(folder));
}
